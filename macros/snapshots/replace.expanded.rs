#[from(tokio::io::Error, rename = "tokio::net")]
async fn types<S: Into<tokio::net::TcpStream>>(
    streams: Vec<tokio::net::TcpStream>,
    other: b::tokio::net::TcpStream,
) -> Result<S, tokio::io::Error>
where
    Vec<tokio::net::IpAddr>: Into<S>,
{
    let list = collect::<tokio::net::IpAddr>(&streams);
    let stream = tokio::net::TcpStream::connect(0..tokio::net::LIMIT).await?;
    let other = <tokio::net::TcpStream>::connect(1).await?;
    let third = <Local as tokio::net::Connect<u8>>::connect::<u8>(1).await?;
    let fourth = <tokio::net::TcpStream as Connect>::connect(1).await?;
    stream.tokio.net(tokio::net::lookup("tokio::net").await);
    println!("tokio::net {} {x}", tokio::net::lookup(1). await, x = tokio::net::LIMIT);
    Ok(list)
}
/// Blocking form of [`types`](fn@types).
#[from(std::io::Error, rename = "tokio::net")]
fn types_blocking<S: Into<std::net::TcpStream>>(
    streams: Vec<std::net::TcpStream>,
    other: b::tokio::net::TcpStream,
) -> Result<S, std::io::Error>
where
    Vec<std::net::IpAddr>: Into<S>,
{
    let list = collect::<std::net::IpAddr>(&streams);
    let stream = std::net::TcpStream::connect(0..std::net::LIMIT)?;
    let other = <std::net::TcpStream>::connect(1)?;
    let third = <Local as std::net::Connect<u8>>::connect::<u8>(1)?;
    let fourth = <std::net::TcpStream as Connect>::connect_blocking(1)?;
    stream
        .tokio
        .net(::await_me_maybe::__private::awaited(std::net::lookup("tokio::net"), 0));
    println!(
        "tokio::net {} {x}", ::await_me_maybe::__private::awaited(std::net::lookup(1),
        0), x = std::net::LIMIT
    );
    Ok(list)
}
async fn expressions(get: u8) -> u8 {
    let Reply = 1;
    let reply = Reply {
        name: get(1).await,
        get,
        ..Reply::new()
    };
    match reply {
        Reply { name, get: Reply::Other(x) } if x == LIMIT => x,
        Reply::Late(x) => x.get(name),
        LIMIT | Some(LIMIT) => {
            'name: loop {
                break 'name;
            }
        }
        x::Reply::Late | ::Reply::Late => Reply::<u8>::Late.Reply,
        name => name,
    }
}
/// Blocking form of [`expressions`](fn@expressions).
fn expressions_blocking(get: u8) -> u8 {
    let Reply = 1;
    let reply = sync::Reply {
        name: ::await_me_maybe::__private::awaited(sync::get(1), 0),
        get,
        ..sync::Reply::new()
    };
    match reply {
        sync::Reply { name, get: sync::Reply::Other(x) } if x == sync::LIMIT => x,
        Never(x) => x.get(name),
        sync::LIMIT | Some(sync::LIMIT) => {
            'name: loop {
                break 'name;
            }
        }
        x::Reply::Late | ::Reply::Late => sync::Reply::<u8>::Late.Reply,
        name => name,
    }
}
async fn imports() {
    use reqwest::{Client, Response as R, dns::*};
    use tokio::{
        net, net::{self as network, TcpStream as Tcp},
        fs::{self},
    };
    use tokio::net::UdpSocket;
    use reqwest::Client as _;
    use reqwest::*;
    fn inner(client: &reqwest::Client) {}
    struct Pair {
        tokio: tokio::net::A,
        b: tokio::net::B,
    }
    pub(in tokio::net) mod nested {
        use tokio::fs::read;
    }
    net::lookup(1).await;
    Tcp::connect(1).await;
    Client::connect(1).await;
    R::connect(1).await;
}
/// Blocking form of [`imports`](fn@imports).
fn imports_blocking() {
    use {reqwest::blocking::Http as Client, reqwest::Response as R, dns::*};
    use {
        std::net, std::net::{self as network},
        std::net::TcpStream as Tcp, crate::fs::{self},
    };
    use std::net::UdpSocket;
    use reqwest::blocking::Http as _;
    use reqwest::*;
    fn inner(client: &reqwest::blocking::Http) {}
    struct Pair {
        tokio: std::net::A,
        b: std::net::B,
    }
    pub(in tokio::net) mod nested {
        use crate::fs::read;
    }
    let _ = ::await_me_maybe::__private::awaited(net::lookup(1), 0);
    let _ = ::await_me_maybe::__private::awaited(Tcp::connect(1), 0);
    let _ = ::await_me_maybe::__private::awaited(Client::connect(1), 0);
    let _ = ::await_me_maybe::__private::awaited(R::connect_blocking(1), 0);
}
async fn roots() {
    ::rt::get(1).await;
    rt::get(1).await;
    vec![1 > ::rt::A, self::a::get(::rt::B). await, self.a];
    self::a::get(self).await + r#type::get(1).await;
    json!(
        { "type" : r#type::X, r#type : 1, a => ::rt::C, < T >::rt::C, rt::C, x.r#type, 1
        ..r#type }
    );
}
/// Blocking form of [`roots`](fn@roots).
fn roots_blocking() {
    use ::await_me_maybe::__private::Get as _;
    let _ = ::await_me_maybe::__private::awaited(::std::get(1), 0);
    let _ = ::await_me_maybe::__private::awaited(rt::get_blocking(1), 0);
    vec![
        1 > ::std::A, ::await_me_maybe::__private::awaited(self::b::get(::std::B), 0),
        self.a
    ];
    ::await_me_maybe::__private::Awaited(self::b::get(self)).__awaited(0)
        + ::await_me_maybe::__private::awaited(kind::get(1), 0);
    json!(
        { "type" : kind::X, r#type : 1, a => ::std::C, < T >::rt::C, rt::C, x.r#type, 1
        ..kind }
    );
}
impl hal_async::Delay for Pins {
    type Error = hal_async::Error;
    async fn wait(&mut self, n: u8) -> Result<(), Self::Error> {
        if n > 0 {
            self.wait(n - 1).await?;
        }
        self.pin.toggle().await
    }
    async fn repeat(&mut self) {}
}
impl hal::Delay for SyncPins {
    type Error = hal::Error;
    fn wait(&mut self, n: u8) -> Result<(), Self::Error> {
        if n > 0 {
            self.wait(n - 1)?;
        }
        ::await_me_maybe::__private::awaited(self.pin.toggle_blocking(), 0)
    }
    fn again(&mut self) {}
}
fn tails(n: u8) -> futures::BoxFuture<'static, futures::Value> {
    if n > 1 {
        return Box::pin(futures::get(n));
    }
    get(n)
}
/// Blocking form of [`tails`](fn@tails).
fn tails_blocking(n: u8) -> sync::Value {
    ::await_me_maybe::__private::box_pin(Box::pin);
    if n > 1 {
        ::await_me_maybe::__private::awaited(sync::get(n), 0)
    } else {
        ::await_me_maybe::__private::awaited(sync::get(n), 0)
    }
}
#[tokio::test]
async fn refused_elsewhere<I: tokio::Stream<Item = u8>>(items: I) {
    tokio::spawn(work()).await;
    tokio::note(1);
    let later = tokio::get(1);
    tokio::select!(later, tokio::get(2). await);
    let f = async { tokio::get(3).await };
    f.await
}
/// Blocking form of [`refused_elsewhere`](fn@refused_elsewhere).
#[::core::prelude::v1::test]
fn refused_elsewhere_blocking<I: sync::Stream<Item = u8>>(items: I) {
    let _ = ::await_me_maybe::__private::awaited(sync::spawn(work()), 0);
    sync::note(1);
    let later = sync::get(1);
    sync::select!(later, ::await_me_maybe::__private::awaited(sync::get(2), 0));
    let f = ::await_me_maybe::__private::Deferred::new(|| {
        ::await_me_maybe::__private::awaited(sync::get(3), 0)
    });
    ::await_me_maybe::__private::resolve(f)
}
async fn gated() {}
#[cfg(feature = "blocking")]
/// Blocking form of [`gated`](fn@gated).
fn read_now() {}
