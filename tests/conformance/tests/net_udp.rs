//! `tokio::net::UdpSocket`, on real sockets.

use await_me_maybe::maybe_async;
use await_me_maybe_conformance::both;

#[maybe_async]
mod suite {
    use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};

    use await_me_maybe_conformance::outcome::shown;
    use tokio::net::UdpSocket;

    const ANY: (Ipv4Addr, u16) = (Ipv4Addr::LOCALHOST, 0);

    pub(crate) async fn datagrams() -> Vec<String> {
        let mut seen = Vec::new();
        let one = UdpSocket::bind(ANY).await.unwrap();
        let other = UdpSocket::bind(ANY).await.unwrap();
        let (here, there) = (one.local_addr().unwrap(), other.local_addr().unwrap());
        seen.push(shown(one.send_to(b"hello", there).await));
        let mut buf = [0; 9];
        seen.push(shown(
            other
                .peek_from(&mut buf)
                .await
                .map(|(len, from)| (len, from == here)),
        ));
        seen.push(shown(
            other
                .recv_from(&mut buf)
                .await
                .map(|(len, from)| (len, from == here)),
        ));
        seen.push(shown(one.send(b"unconnected").await));
        seen.push(shown(one.peer_addr()));
        seen.push(shown(one.connect(there).await));
        seen.push((one.peer_addr().unwrap() == there).to_string());
        seen.push(shown(other.connect(here).await));
        seen.push(shown(one.send(b"a long message").await));
        seen.push(shown(other.peek(&mut buf).await));
        seen.push(shown(other.recv(&mut buf[..6]).await));
        seen.push(String::from_utf8_lossy(&buf[..6]).into_owned());
        seen.push(shown(one.send(b"").await));
        seen.push(shown(other.recv(&mut buf).await));
        let none: &[SocketAddr] = &[];
        seen.push(shown(one.send_to(b"", none).await));
        seen.push(shown(one.connect(none).await));
        seen.push(shown(one.set_broadcast(true)));
        seen.push(shown(one.broadcast()));
        seen.push(shown(one.set_ttl(5)));
        seen.push(shown(one.ttl()));
        seen.push(shown(one.set_multicast_loop_v4(false)));
        seen.push(shown(one.multicast_loop_v4()));
        seen.push(shown(one.set_multicast_ttl_v4(3)));
        seen.push(shown(one.multicast_ttl_v4()));
        let (group, any) = (Ipv4Addr::LOCALHOST, Ipv4Addr::UNSPECIFIED);
        seen.push(shown(one.join_multicast_v4(group, any)));
        seen.push(shown(one.leave_multicast_v4(group, any)));
        seen.push(shown(one.join_multicast_v6(&Ipv6Addr::LOCALHOST, 0)));
        seen.push(shown(one.leave_multicast_v6(&Ipv6Addr::LOCALHOST, 0)));
        seen.push(shown(one.take_error().map(|error| error.is_none())));
        let std = other.into_std().unwrap();
        seen.push(shown(std.recv(&mut buf)));
        let other = UdpSocket::from_std(std).unwrap();
        seen.push(shown(one.send(b"again").await));
        seen.push(shown(other.recv(&mut buf).await));
        seen
    }

    #[cfg(unix)]
    pub(crate) async fn peek_sender() -> Vec<String> {
        let one = UdpSocket::bind(ANY).await.unwrap();
        let other = UdpSocket::bind(ANY).await.unwrap();
        let mut seen = vec![shown(
            one.send_to(b"hello", other.local_addr().unwrap()).await,
        )];
        let sender = other.peek_sender().await.unwrap();
        seen.push((sender == one.local_addr().unwrap()).to_string());
        seen.push(shown(other.recv(&mut [0; 9]).await));
        seen
    }
}

macro_rules! same {
    ($($(#[$attr:meta])* $name:ident: $len:literal, [$($at:literal = $value:literal),*];)*) => {$(
        $(#[$attr])*
        #[test]
        fn $name() {
            let seen = both(suite::$name(), suite::blocking::$name);
            assert_eq!(seen.len(), $len, "{seen:#?}");
            $(assert_eq!(seen[$at], $value, "{seen:#?}");)*
        }
    )*};
}

same! {
    datagrams: 32, [0 = "5", 1 = "(5, true)", 2 = "(5, true)", 10 = "6", 11 = "a long", 12 = "0", 14 = "InvalidInput: no addresses to send data to", 17 = "true", 31 = "5"];
    #[cfg(unix)]
    peek_sender: 3, [1 = "true", 2 = "5"];
}
