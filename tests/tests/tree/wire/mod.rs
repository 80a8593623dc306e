use super::*;

pub mod frame;

#[maybe_async]
pub async fn encode(frame: &impl frame::Frame) -> String {
    frame.text().await
}

#[maybe_async]
pub mod inline {
    //! Its items are not annotated one by one.

    #[only_async]
    pub async fn half() -> &'static str {
        "async"
    }

    #[only_blocking]
    pub fn half() -> &'static str {
        "blocking"
    }

    pub struct Steps(pub Vec<u8>);

    impl Steps {
        pub async fn step(&mut self, n: u8) {
            self.0.push(n);
        }

        pub async fn late(&mut self) -> Vec<u8> {
            self.0.push(0);
            let last = self.step(2);
            last.await;
            deeper::twice(self).await;
            self.0.clone()
        }
    }

    pub mod deeper {
        use super::Steps;

        pub async fn twice(steps: &mut Steps) {
            let first = steps.step(3);
            first.await;
            steps.step(4).await;
        }
    }
}
