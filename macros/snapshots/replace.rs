#[maybe_async(replace(tokio::net = std::net, tokio::io::Error = std::io::Error))]
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
    println!("tokio::net {} {x}", tokio::net::lookup(1).await, x = tokio::net::LIMIT);
    Ok(list)
}

#[maybe_async(replace(get = sync::get, Reply = sync::Reply, Reply::Late = Never, LIMIT = sync::LIMIT))]
async fn expressions(get: u8) -> u8 {
    let Reply = 1;
    let reply = Reply { name: get(1).await, get, ..Reply::new() };
    match reply {
        Reply { name, get: Reply::Other(x) } if x == LIMIT => x,
        Reply::Late(x) => x.get(name),
        LIMIT | Some(LIMIT) => 'name: loop { break 'name },
        x::Reply::Late | ::Reply::Late => Reply::<u8>::Late.Reply,
        name => name,
    }
}

#[maybe_async(replace(
    reqwest::Client = reqwest::blocking::Http,
    reqwest::dns = dns,
    tokio::net = std::net,
    tokio::fs = crate::fs
))]
async fn imports() {
    use reqwest::{Client, Response as R, dns::*};
    use tokio::{net, net::{self as network, TcpStream as Tcp}, fs::{self}};
    use tokio::net::UdpSocket;
    use reqwest::Client as _;
    use reqwest::*;
    fn inner(client: &reqwest::Client) {}
    struct Pair { tokio: tokio::net::A, b: tokio::net::B }
    pub(in tokio::net) mod nested { use tokio::fs::read; }
    net::lookup(1).await;
    Tcp::connect(1).await;
    Client::connect(1).await;
    R::connect(1).await;
}

#[maybe_async(replace(::rt = ::std, self::a = self::b, r#type = kind))]
async fn roots() {
    ::rt::get(1).await;
    rt::get(1).await;
    vec![1 > ::rt::A, self::a::get(::rt::B).await, self.a];
    self::a::get(self).await + r#type::get(1).await;
    json!({ "type": r#type::X, r#type: 1, a => ::rt::C, <T>::rt::C, rt::C, x.r#type, 1..r#type });
}

#[maybe_async(replace(hal_async = hal, Pins = SyncPins))]
impl hal_async::Delay for Pins {
    type Error = hal_async::Error;
    async fn wait(&mut self, n: u8) -> Result<(), Self::Error> {
        if n > 0 {
            self.wait(n - 1).await?;
        }
        self.pin.toggle().await
    }
    #[maybe_async(name = again)]
    async fn repeat(&mut self) {}
}

#[maybe_async(replace(futures = sync, get = sync::get))]
fn tails(n: u8) -> futures::BoxFuture<'static, futures::Value> {
    if n > 1 {
        return Box::pin(futures::get(n));
    }
    get(n)
}

#[maybe_async(replace(tokio = sync), keep(note))]
#[tokio::test]
async fn refused_elsewhere<I: tokio::Stream<Item = u8>>(items: I) {
    tokio::spawn(work()).await;
    tokio::note(1);
    let later = tokio::get(1);
    tokio::select!(later, tokio::get(2).await);
    let f = async { tokio::get(3).await };
    f.await
}

#[maybe_async(cfg(feature = "blocking"), name = read_now)]
async fn gated() {}
