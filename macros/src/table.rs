//! Tables and sets by name, in the order of the names.
//!
//! One tree finds the places of all of them: a tree for each kind of value would be compiled anew
//! for each, which makes up much of the time that it takes to compile this crate.

use std::collections::BTreeMap;

/// Names, and the order in which they have come.
#[derive(Clone, Default)]
pub(crate) struct Set(BTreeMap<String, usize>);

impl Set {
    /// Whether the name is new.
    pub(crate) fn insert(&mut self, name: String) -> bool {
        let before = self.0.len();
        self.place(name);
        self.0.len() > before
    }

    pub(crate) fn contains(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &String> {
        self.0.keys()
    }

    /// Where the name is, or would be if it is new.
    fn place(&mut self, name: String) -> usize {
        let next = self.0.len();
        *self.0.entry(name).or_insert(next)
    }
}

impl Extend<String> for Set {
    fn extend<I: IntoIterator<Item = String>>(&mut self, names: I) {
        for name in names {
            self.insert(name);
        }
    }
}

impl FromIterator<String> for Set {
    fn from_iter<I: IntoIterator<Item = String>>(names: I) -> Self {
        let mut set = Self::default();
        set.extend(names);
        set
    }
}

/// Values by name.
#[derive(Clone)]
pub(crate) struct Table<V> {
    names: Set,
    /// In the order in which they have come.
    values: Vec<V>,
}

impl<V> Default for Table<V> {
    fn default() -> Self {
        Self {
            names: Set::default(),
            values: Vec::new(),
        }
    }
}

impl<V> Table<V> {
    /// In the place of what the name has had.
    pub(crate) fn insert(&mut self, name: String, value: V) {
        let place = self.names.place(name);
        match self.values.get_mut(place) {
            Some(old) => *old = value,
            None => self.values.push(value),
        }
    }

    /// What the name has; else this, from now on.
    pub(crate) fn or_insert(&mut self, name: String, value: V) -> &mut V {
        let place = self.names.place(name);
        if place == self.values.len() {
            self.values.push(value);
        }
        &mut self.values[place]
    }

    /// With what another table has.
    pub(crate) fn extend_from(&mut self, other: &Self)
    where
        V: Clone,
    {
        for (name, value) in other.iter() {
            self.insert(name.clone(), value.clone());
        }
    }

    pub(crate) fn get(&self, name: &str) -> Option<&V> {
        self.values.get(*self.names.0.get(name)?)
    }

    pub(crate) fn contains(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&String, &V)> {
        let places = self.names.0.iter();
        places.map(|(name, place)| (name, &self.values[*place]))
    }
}

impl<V> Extend<(String, V)> for Table<V> {
    fn extend<I: IntoIterator<Item = (String, V)>>(&mut self, values: I) {
        for (name, value) in values {
            self.insert(name, value);
        }
    }
}

impl<V> FromIterator<(String, V)> for Table<V> {
    fn from_iter<I: IntoIterator<Item = (String, V)>>(values: I) -> Self {
        let mut table = Self::default();
        table.extend(values);
        table
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn the_last_value_of_a_name_counts_and_names_are_in_order() {
        let values = [("b", 1), ("a", 2), ("b", 3)];
        let mut table: Table<u8> = values
            .map(|(name, n)| (name.to_owned(), n))
            .into_iter()
            .collect();
        *table.or_insert("a".to_owned(), 9) += 1;
        table.or_insert("c".to_owned(), 4);
        let all: Vec<(&str, u8)> = table.iter().map(|(name, n)| (name.as_str(), *n)).collect();
        assert_eq!(all, [("a", 3), ("b", 3), ("c", 4)]);
        assert_eq!(table.get("d"), None);
    }
}
