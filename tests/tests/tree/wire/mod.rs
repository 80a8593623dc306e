use super::*;

pub mod frame;

#[maybe_async]
pub async fn encode(frame: &impl frame::Frame) -> String {
    frame.text().await
}
