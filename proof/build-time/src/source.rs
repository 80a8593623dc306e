//! The neutral source: functions of about ten lines, as text.
//!
//! In the templates, `~` stands behind what is awaited, `@` behind the name of what is async, and
//! `#` is the function's number. `async ` stands where it stands.

use std::fmt::Write as _;

/// Functions stand in groups: eight of their own, and two methods.
pub(crate) const GROUP: usize = 10;

/// How the text of the templates is spelled.
#[derive(Clone, Copy)]
pub(crate) struct Spelling {
    /// `async `, or nothing.
    pub(crate) asyncness: &'static str,
    /// `.await`, or nothing.
    pub(crate) awaited: &'static str,
    /// Behind the names of functions that are async.
    pub(crate) suffix: &'static str,
}

pub(crate) const ASYNC: Spelling = Spelling {
    asyncness: "async ",
    awaited: ".await",
    suffix: "",
};
pub(crate) const BLOCKING: Spelling = Spelling {
    asyncness: "",
    awaited: "",
    suffix: "",
};

/// One function: its signature, without braces, and its body, with them.
pub(crate) struct Function {
    head: &'static str,
    body: &'static str,
    number: usize,
}

/// What all functions use and no half owns.
pub(crate) const TYPES: &str = "
#[derive(Clone)]
pub struct Page {
    pub text: String,
    pub next: Option<u32>,
}

#[derive(Debug)]
pub enum Error {
    Missing(u32),
}
";

/// The type that methods stand on.
pub(crate) const CLIENT: &str = "
pub struct Client {
    pub pages: Vec<Page>,
}

impl Client {
    pub fn is_stale(&self, id: u32) -> bool {
        self.pages.len() < id as usize
    }

    pub fn note(&self, total: usize) -> bool {
        total > self.pages.len()
    }
}
";

const FETCH: Function = Function {
    head: "pub async fn fetch@(&self, id: u32) -> Result<Page, Error>",
    body: "{
        self.pages.get(id as usize).cloned().ok_or(Error::Missing(id))
    }",
    number: 0,
};
const READ: Function = Function {
    head: "pub async fn read@(client: &Client, key: &str) -> Result<String, Error>",
    body: "{
    Ok(client.fetch@(key.len() as u32)~?.text)
}",
    number: 0,
};
const GATHER: Function = Function {
    head: "pub async fn gather_#@(client: &Client, ids: &[u32]) -> Result<Vec<String>, Error>",
    body: "{
    let mut pages = Vec::new();
    for &id in ids {
        if client.is_stale(id) {
            continue;
        }
        let page = client.fetch@(id)~?;
        match page.next {
            Some(next) if next > # => pages.push(client.fetch@(next)~?.text.trim().to_owned()),
            Some(_) => pages.push(page.text),
            None => break,
        }
    }
    Ok(pages)
}",
    number: 0,
};
const COUNT: Function = Function {
    head: "pub async fn count_#@(client: &Client, limit: usize) -> Result<usize, Error>",
    body: "{
    let head = read@(client, \"start #\")~?;
    let mut total = head.len();
    while total < limit {
        let body = read@(client, &head)~?;
        let lines = body.lines().filter(|line| !line.is_empty()).count();
        if client.note(total) {
            total += lines.max(1);
        }
    }
    let tail = read@(client, &format!(\"{head}/{total}\"))~.unwrap_or_default();
    Ok(total + tail.len())
}",
    number: 0,
};
const REFRESH: Function = Function {
    head: "pub async fn refresh_#@(&mut self, id: u32) -> Result<bool, Error>",
    body: "{
        let old = self.pages.len();
        let page = self.fetch@(id)~?;
        if page.text.is_empty() {
            return Ok(false);
        }
        if let Some(next) = page.next {
            self.pages.push(self.fetch@(next)~?);
        }
        self.pages.push(page);
        Ok(self.pages.len() > old + #)
    }",
    number: 0,
};
const LONGEST: Function = Function {
    head: "pub async fn longest_#@(&self, ids: &[u32]) -> Option<String>",
    body: "{
        let mut best = None;
        let mut length = #;
        for &id in ids {
            let Ok(page) = self.fetch@(id)~ else {
                continue;
            };
            if page.text.len() > length {
                length = page.text.len();
                best = Some(page.text);
            }
        }
        best
    }",
    number: 0,
};

impl Function {
    fn numbered(&self, number: usize) -> Self {
        Self { number, ..*self }
    }

    /// `pub async fn gather_7(client: &Client, ids: &[u32]) -> Result<Vec<String>, Error>`
    pub(crate) fn head(&self, spelling: Spelling) -> String {
        self.spelled(self.head, spelling)
    }

    pub(crate) fn body(&self, spelling: Spelling) -> String {
        self.spelled(self.body, spelling)
    }

    pub(crate) fn whole(&self, spelling: Spelling) -> String {
        format!("{} {}", self.head(spelling), self.body(spelling))
    }

    fn spelled(&self, template: &str, spelling: Spelling) -> String {
        let mut text = String::with_capacity(2 * template.len());
        for c in template.replace("async ", spelling.asyncness).chars() {
            match c {
                '~' => text.push_str(spelling.awaited),
                '@' => text.push_str(spelling.suffix),
                '#' => write!(text, "{}", self.number).unwrap_or_default(),
                other => text.push(other),
            }
        }
        text
    }
}

/// What belongs together: free functions, and the methods of one `impl Client`.
pub(crate) struct Group {
    pub(crate) number: usize,
    pub(crate) functions: Vec<Function>,
    pub(crate) methods: Vec<Function>,
}

/// The two functions that all others call.
pub(crate) fn leaves() -> Group {
    Group {
        number: 0,
        functions: vec![READ],
        methods: vec![FETCH],
    }
}

/// As many functions, in groups of [`GROUP`], numbered from `first` on.
pub(crate) fn groups(first: usize, functions: usize) -> impl Iterator<Item = Group> {
    (first / GROUP..(first + functions) / GROUP).map(|number| {
        let at = number * GROUP;
        let function = |offset| {
            let template = if offset % 2 == 0 { GATHER } else { COUNT };
            template.numbered(at + offset)
        };
        Group {
            number,
            functions: (0..GROUP - 2).map(function).collect(),
            methods: vec![REFRESH.numbered(at + 8), LONGEST.numbered(at + 9)],
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_as_many_functions_as_asked_for() {
        for first in [0, 50] {
            let count: usize = groups(first, 100)
                .map(|group| group.functions.len() + group.methods.len())
                .sum();
            assert_eq!(count, 100);
        }
    }

    #[test]
    fn both_spellings_parse() {
        for spelling in [ASYNC, BLOCKING] {
            for group in groups(0, 10).chain([leaves()]) {
                for function in group.functions.iter().chain(&group.methods) {
                    let parsed: syn::ItemFn = syn::parse_str(&function.whole(spelling)).unwrap();
                    assert_eq!(
                        parsed.sig.asyncness.is_some(),
                        !spelling.asyncness.is_empty()
                    );
                }
            }
        }
    }
}
