use super::*;

#[maybe_async]
pub trait Frame {
    async fn text(&self) -> String;
}

pub struct Get<'a>(pub &'a str);
pub struct Set<'a>(pub &'a str, pub &'a str);

#[maybe_async]
impl Frame for Get<'_> {
    async fn text(&self) -> String {
        format!("get {}", self.0)
    }
}

#[maybe_async]
impl Frame for Set<'_> {
    async fn text(&self) -> String {
        format!("set {} {}", self.0, self.1)
    }
}
