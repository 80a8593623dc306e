//! What the tokens of an item tell before anybody looks at what they mean.
//!
//! They are read once, and each identifier is turned into text once: in the compiler that costs an
//! allocation, as does each comparison of an identifier with a string.

use proc_macro2::{Delimiter, Ident, Literal, Punct, Spacing, TokenTree};
use syn::buffer::Cursor;

use crate::words::{self, Words};

pub(crate) struct Reading {
    pub(crate) words: Words,
    /// How many tokens it is long.
    pub(crate) len: usize,
    /// The first word for which an item is lowered, or left out of a half.
    pub(crate) lowered: Option<Ident>,
    /// What is called in front of a semicolon: its value may be thrown away.
    pub(crate) called: Vec<Ident>,
}

impl Reading {
    /// Of the tokens in between; of all that is left where there is no `end`.
    pub(crate) fn of(begin: Cursor, end: Option<Cursor>) -> Self {
        let mut reading = Self {
            words: Words::NONE,
            len: 0,
            lowered: None,
            called: Vec::new(),
        };
        reading.len = reading.tokens(begin, end, false);
        reading
    }

    /// Only how long it is.
    pub(crate) fn of_length(begin: Cursor, end: Option<Cursor>) -> Self {
        let mut at = begin;
        let mut len = 0;
        while !at.eof() && Some(at) != end {
            let next = match at.any_group() {
                Some((_, _, _, after)) => Some(after),
                None => at.token_tree().map(|(_, after)| after),
            };
            let Some(next) = next else { break };
            at = next;
            len += 1;
        }
        Self {
            words: Words::ANY,
            len,
            lowered: None,
            called: Vec::new(),
        }
    }

    fn tokens(&mut self, begin: Cursor, end: Option<Cursor>, in_attribute: bool) -> usize {
        let mut at = begin;
        let mut len = 0;
        let mut before = Before::Other;
        while !at.eof() && Some(at) != end {
            len += 1;
            if let Some((inside, delimiter, _, after)) = at.any_group() {
                if delimiter == Delimiter::None {
                    self.note(Words::INVISIBLE);
                }
                let attribute = matches!(before, Before::Hash) && delimiter == Delimiter::Bracket;
                self.tokens(inside, None, in_attribute || attribute);
                before = match (delimiter, before) {
                    (Delimiter::Brace | Delimiter::Bracket, _) | (_, Before::Bang) => Before::Other,
                    (Delimiter::Parenthesis, Before::Word(ident)) => Before::Call(Some(ident)),
                    _ => Before::Call(None),
                };
                at = after;
                continue;
            }
            let Some((token, after)) = at.token_tree() else {
                break;
            };
            at = after;
            before = match token {
                // A lifetime.
                TokenTree::Ident(_) if matches!(before, Before::Quote) => Before::Other,
                TokenTree::Ident(ident) => self.ident(ident, in_attribute),
                TokenTree::Punct(punct) => self.punct(&punct, before),
                TokenTree::Literal(literal) => {
                    if in_attribute && may_lead_away(&literal) {
                        self.note(Words::PLACES);
                    }
                    Before::Other
                }
                TokenTree::Group(_) => Before::Other,
            };
        }
        len
    }

    fn ident(&mut self, ident: Ident, in_attribute: bool) -> Before {
        let text = ident.to_string();
        let words = if in_attribute {
            words::kind(&text).with(words::of_attribute(&text))
        } else {
            words::kind(&text)
        };
        if words.any(Words::ASYNC.with(Words::HALVES)) && self.lowered.is_none() {
            self.lowered = Some(ident.clone());
        }
        self.note(words);
        match text.as_str() {
            "self" => Before::Receiver,
            "_" => Before::Wild,
            _ => Before::Word(ident),
        }
    }

    fn punct(&mut self, punct: &Punct, before: Before) -> Before {
        match (punct.as_char(), before) {
            ('#', _) | ('!', Before::Hash) => return Before::Hash,
            ('!', _) => return Before::Bang,
            ('\'', _) => {
                self.note(Words::LIFETIMES);
                return Before::Quote;
            }
            (':', Before::Receiver) => self.note(Words::PLACES),
            // `_ =>` throws nothing away.
            ('=', Before::Wild) if punct.spacing() == Spacing::Joint => return Before::WildEquals,
            ('>', Before::WildEquals) => {}
            (':' | '=', Before::Wild) | (_, Before::WildEquals) => self.note(Words::DROPS),
            ('|', _) => self.note(Words::CLOSURES),
            (';', Before::Call(Some(name))) => self.called.push(name),
            (';', Before::Call(None)) => self.note(Words::STATEMENTS),
            _ => {}
        }
        Before::Other
    }

    fn note(&mut self, words: Words) {
        self.words = self.words.with(words);
    }
}

/// What stands in front of a token.
enum Before {
    Other,
    /// `#` or `#!`
    Hash,
    /// `!` of a macro
    Bang,
    /// `'`
    Quote,
    /// `self`
    Receiver,
    /// `_`
    Wild,
    /// `_ =` with something right behind it
    WildEquals,
    Word(Ident),
    /// Arguments, of this if they are not those of something in parentheses.
    Call(Option<Ident>),
}

/// Whether a string may hold a path that is another one in the twin; a link holds colons.
fn may_lead_away(literal: &Literal) -> bool {
    const SHORT: usize = 16;
    let text = literal.to_string();
    let mut starts = ["super", "self", "crate"].iter();
    (text.len() < SHORT || text.contains(':')) && starts.any(|start| text.contains(start))
}

#[cfg(test)]
mod tests {
    use quote::quote;
    use syn::buffer::TokenBuffer;

    use super::*;
    use crate::words::kind;

    fn reading(tokens: proc_macro2::TokenStream) -> Reading {
        Reading::of(TokenBuffer::new2(tokens).begin(), None)
    }

    #[test]
    fn words_are_found_at_any_depth() {
        let words = |tokens| reading(tokens).words;
        assert!(
            words(quote!(
                fn f() {
                    g({ stream })
                }
            ))
            .any(Words::GENERATORS)
        );
        assert!(
            words(quote!(
                fn f() -> Box<dyn Future> {}
            ))
            .any(Words::TYPES)
        );
        assert!(
            words(quote!(
                fn f() {
                    m! { tokio::spawn() }
                }
            ))
            .any(Words::LIBRARIES)
        );
        assert!(
            words(quote!(
                fn f() {
                    r#tokio::spawn()
                }
            ))
            .any(Words::LIBRARIES)
        );
        assert_eq!(
            words(quote!(
                fn f<'static>(x: u8) -> u8 {
                    x + 1
                }
            )),
            Words::LIFETIMES
        );
        assert_eq!(
            words(quote!(
                fn f(x: u8) -> u8 {
                    x + 1
                }
            )),
            Words::NONE
        );
        assert_eq!(
            words(quote!(
                unsafe fn f() {
                    struct S;
                    while true {}
                }
            )),
            Words::UNSAFE.with(Words::MEMBERS).with(Words::LOOPS)
        );
    }

    #[test]
    fn words_of_attributes_are_found_in_attributes() {
        let words = |tokens| reading(tokens).words;
        assert!(
            words(quote!(
                #[expect(dead_code)]
                fn f() {}
            ))
            .any(Words::TYPES)
        );
        assert!(
            !words(quote!(
                fn f() {
                    x.expect("y")
                }
            ))
            .any(Words::TYPES)
        );
        assert!(
            words(quote!(
                #[doc = "[f](super::f)"]
                fn f() {}
            ))
            .any(Words::PLACES)
        );
        assert!(
            words(quote!(
                #[serde(with = "super")]
                struct S;
            ))
            .any(Words::PLACES)
        );
        assert!(
            !words(quote!(
                #[doc = "The self of it."]
                fn f() {
                    "self::x"
                }
            ))
            .any(Words::PLACES)
        );
    }

    #[test]
    fn places_are_paths() {
        let places = |tokens| reading(tokens).words.any(Words::PLACES);
        assert!(places(quote!(
            fn f() {
                super::g()
            }
        )));
        assert!(places(quote!(
            fn f() {
                self::g()
            }
        )));
        assert!(places(quote!(
            fn f() {
                crate::g()
            }
        )));
        assert!(!places(quote!(
            fn f(self) {
                self.g()
            }
        )));
    }

    #[test]
    fn what_is_called_in_front_of_a_semicolon_has_a_name_or_may_be_anything() {
        let named = reading(quote!(
            fn f() {
                get(1);
                x.put(2)?;
                m!(3);
            }
        ));
        assert_eq!(named.called, ["get"]);
        assert!(!named.words.any(Words::STATEMENTS));
        for statement in [quote!(get::<u8>(1);), quote!((get(1));), quote!((get)(1);)] {
            assert!(
                reading(quote!(fn f() { #statement }))
                    .words
                    .any(Words::STATEMENTS)
            );
        }
    }

    #[test]
    fn what_takes_a_value_for_nobody_is_no_arm() {
        let drops = |tokens| reading(tokens).words.any(Words::DROPS);
        assert!(drops(quote!(let _ = f();)));
        assert!(drops(quote!(let _: u8 = f();)));
        assert!(drops(quote!(_ = f();)));
        assert!(drops("_ =-f();".parse().unwrap()));
        assert!(drops(quote!(drop(f());)));
        assert!(!drops(quote!(match f() {
            Some(_) => 1,
            _ => 2,
        })));
        assert!(!drops(quote!(f(|_| 1);)));
    }

    #[test]
    fn every_type_that_is_another_one_in_a_twin_is_known() {
        let streams = crate::stream_types::TRAITS.iter();
        for name in crate::returns::FUTURES.iter().chain(streams) {
            assert!(kind(name).any(Words::TYPES), "{name}");
        }
    }
}
