use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::{Reply, Request};

/// What a server keeps, in memory. A clone is the same store.
///
/// ```
/// use kv::server::Store;
/// use kv::{Reply, Request};
///
/// let store = Store::with_capacity(10);
/// let set = |value: &str| store.answer(&Request::Set("key".to_owned(), value.into()));
/// assert_eq!(set("seven"), Reply::Done);
/// assert!(matches!(set("more than seven"), Reply::Refused(_)));
/// ```
#[derive(Debug, Clone)]
pub struct Store(Arc<Mutex<Contents>>);

#[derive(Debug)]
struct Contents {
    values: BTreeMap<String, Vec<u8>>,
    used: usize,
    capacity: usize,
}

impl Store {
    /// One for 64 megabytes.
    #[must_use]
    pub fn new() -> Self {
        Self::with_capacity(64 << 20)
    }

    /// One for so many bytes of keys and values.
    #[must_use]
    pub fn with_capacity(bytes: usize) -> Self {
        Self(Arc::new(Mutex::new(Contents {
            values: BTreeMap::new(),
            used: 0,
            capacity: bytes,
        })))
    }

    /// Does what a request asks.
    #[must_use]
    pub fn answer(&self, request: &Request) -> Reply {
        let mut contents = self.contents();
        match request {
            Request::Ping => Reply::Pong,
            Request::Get(key) => match contents.values.get(key) {
                Some(value) => Reply::Value(value.clone()),
                None => Reply::Missing,
            },
            Request::Set(key, value) => contents.set(key, value),
            Request::Del(key) => contents.del(key),
            Request::Keys {
                prefix,
                after,
                limit,
            } => contents.keys(prefix, after.as_deref(), *limit),
        }
    }

    fn contents(&self) -> MutexGuard<'_, Contents> {
        // Nothing panics while it is held.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for Store {
    fn default() -> Self {
        Self::new()
    }
}

impl Contents {
    fn set(&mut self, key: &str, value: &[u8]) -> Reply {
        let old = self.values.get(key).map_or(0, |old| key.len() + old.len());
        let used = self.used - old + key.len() + value.len();
        if used > self.capacity {
            return Reply::Refused("the store is full".to_owned());
        }
        self.used = used;
        self.values.insert(key.to_owned(), value.to_owned());
        Reply::Done
    }

    fn del(&mut self, key: &str) -> Reply {
        match self.values.remove(key) {
            Some(value) => {
                self.used -= key.len() + value.len();
                Reply::Done
            }
            None => Reply::Missing,
        }
    }

    fn keys(&self, prefix: &str, after: Option<&str>, limit: usize) -> Reply {
        let start = match after {
            Some(after) if after >= prefix => Bound::Excluded(after),
            _ => Bound::Included(prefix),
        };
        let keys = self.values.range::<str, _>((start, Bound::Unbounded));
        let keys = keys.map(|(key, _)| key);
        let keys = keys.take_while(|key| key.starts_with(prefix)).take(limit);
        Reply::Keys(keys.cloned().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(store: &Store, key: &str, value: &str) -> Reply {
        store.answer(&Request::Set(key.to_owned(), value.into()))
    }

    fn keys(store: &Store, prefix: &str, after: Option<&str>) -> Vec<String> {
        let request = Request::Keys {
            prefix: prefix.to_owned(),
            after: after.map(str::to_owned),
            limit: 2,
        };
        match store.answer(&request) {
            Reply::Keys(keys) => keys,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_goes_makes_room() {
        let store = Store::with_capacity(10);
        assert_eq!(set(&store, "a", "1234"), Reply::Done);
        assert_eq!(set(&store, "b", "1234"), Reply::Done);
        assert_eq!(set(&store, "b", "4321"), Reply::Done);
        assert!(matches!(set(&store, "c", ""), Reply::Refused(_)));
        assert_eq!(store.answer(&Request::Del("a".to_owned())), Reply::Done);
        assert_eq!(store.answer(&Request::Del("a".to_owned())), Reply::Missing);
        assert_eq!(set(&store, "c", "1234"), Reply::Done);
    }

    #[test]
    fn keys_come_in_pages() {
        let store = Store::new();
        for key in ["b", "ba", "bb", "bc", "c"] {
            set(&store, key, "");
        }
        assert_eq!(keys(&store, "b", None), ["b", "ba"]);
        assert_eq!(keys(&store, "b", Some("ba")), ["bb", "bc"]);
        assert_eq!(keys(&store, "b", Some("bc")), [""; 0]);
        assert_eq!(keys(&store, "b", Some("a")), ["b", "ba"]);
        assert_eq!(keys(&store, "b", Some("d")), [""; 0]);
        assert_eq!(keys(&store, "", Some("bc")), ["c"]);
    }
}
