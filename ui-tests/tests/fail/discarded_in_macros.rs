//! What is thrown away in the arguments of a macro, where the twin has the same name.

use await_me_maybe::maybe_async;

macro_rules! go {
    ($($body:tt)*) => {
        $($body)*
    };
}

#[maybe_async]
mod api {
    use async_stream::stream;
    use futures::StreamExt as _;

    pub struct Client;

    impl Client {
        pub async fn remove(&mut self) {}
    }

    pub async fn in_a_generator(clients: &mut Vec<Client>) -> usize {
        let numbers = stream! {
            let _ = clients[0].remove(); //~
            yield clients.len();
        };
        numbers.count().await
    }

    pub async fn in_a_list(clients: &mut Vec<Client>) -> usize {
        vec![{ drop(clients[0].remove()); 1 }].len() //~
    }

    pub async fn in_statements(clients: &mut Vec<Client>) {
        go! {
            let _ = clients[0].remove(); //~
        }
    }
}

fn main() {
    let _ = api::blocking::in_a_generator(&mut Vec::new());
}
