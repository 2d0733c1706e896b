//! Connections of readers: how many at once, and how long each may take.
//!
//! Without limits a handful of slow senders would hold every connection there is. A connection that is too slow is closed;
//! what was not received whole was never given to a handler.

use crate::exit::{self, Stop};
use axum::body::Body;
use axum::extract::ConnectInfo;
use http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::io;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tower::{Service, ServiceExt};

/// Connections at once; whoever comes later waits in the system's queue.
const CONNECTIONS_MAX: usize = 4_096;
/// Connections at once from one address: a hall behind one address has room, and no address takes all there is. Behind a
/// proxy every reader comes from its address, and the proxy has limits of its own.
const OF_ADDRESS_MAX: usize = CONNECTIONS_MAX / 4;
/// How long the head of a request may take, and how long a connection may stay without one.
const HEAD_MAX: Duration = Duration::from_secs(15);
/// How long to wait when the system has no room for another connection.
const NO_ROOM_PAUSE: Duration = Duration::from_millis(100);
/// How long answers under way are waited for when the program is told to stop.
const LAST_ANSWERS: Duration = Duration::from_secs(5);

/// Answers every connection by `service` until `stop` is over.
pub async fn serve<S>(
    listener: std::net::TcpListener,
    service: S,
    is_behind_proxy: bool,
    stop: impl Future<Output = ()>,
) -> Result<(), Stop>
where
    S: Service<Request<Body>, Response = axum::response::Response, Error = std::convert::Infallible>,
    S: Clone + Send + 'static,
    S::Future: Send,
{
    let failed = |why: io::Error| Stop::new(exit::FAILED, format!("cannot serve: {why}"));
    listener.set_nonblocking(true).map_err(failed)?;
    let listener = TcpListener::from_std(listener).map_err(failed)?;
    let addresses = (!is_behind_proxy).then(Addresses::default);
    let (room, under_way) = (Arc::new(Semaphore::new(CONNECTIONS_MAX)), GracefulShutdown::new());
    tokio::pin!(stop);
    loop {
        let Ok(place) = room.clone().acquire_owned().await else {
            break;
        };
        let (stream, from) = tokio::select! {
            // In this order: whoever is answered may be sure that the program can already be told to stop.
            biased;
            () = &mut stop => break,
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                // Out of file descriptors, or the reader went away again: neither ends the office.
                Err(_) => {
                    tokio::time::sleep(NO_ROOM_PAUSE).await;
                    continue;
                }
            },
        };
        // One that has its share is closed at once: it may come again when one of its own is over.
        let share = match &addresses {
            None => None,
            Some(addresses) => match addresses.take(from.ip()) {
                Some(share) => Some(share),
                None => continue,
            },
        };
        let connection = under_way.watch(connection(stream, from, service.clone()));
        tokio::spawn(async move {
            // A reader who breaks off has no use for an error.
            let _ = connection.await;
            drop((place, share));
        });
    }
    // Whoever still sends or reads after that is cut off; what was acknowledged is recorded.
    let _ = tokio::time::timeout(LAST_ANSWERS, under_way.shutdown()).await;
    Ok(())
}

/// How many connections each address has now; an address without any is not remembered.
#[derive(Clone, Default)]
struct Addresses(Arc<Mutex<HashMap<IpAddr, usize>>>);

/// A connection's part of what its address may have, given back when it is over.
struct Share {
    of: Addresses,
    address: IpAddr,
}

impl Addresses {
    fn take(&self, address: IpAddr) -> Option<Share> {
        let address = network(address);
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let have = all.entry(address).or_default();
        if *have >= OF_ADDRESS_MAX {
            return None;
        }
        *have += 1;
        Some(Share {
            of: self.clone(),
            address,
        })
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        let mut all = self.of.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Entry::Occupied(mut have) = all.entry(self.address) {
            *have.get_mut() -= 1;
            if *have.get() == 0 {
                have.remove();
            }
        }
    }
}

/// An IPv4 address, or the IPv6 network of 64 bits that one reader has whole.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(v4) => IpAddr::V4(v4),
        IpAddr::V6(v6) => IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() >> 64 << 64)),
    }
}

fn connection<S>(
    stream: TcpStream,
    from: SocketAddr,
    service: S,
) -> impl hyper_util::server::graceful::GracefulConnection<Error = hyper::Error> + Send
where
    S: Service<Request<Body>, Response = axum::response::Response, Error = std::convert::Infallible>,
    S: Clone + Send + 'static,
    S::Future: Send,
{
    // Small answers must not wait for more.
    let _ = stream.set_nodelay(true);
    let service = service.map_request(move |request: Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(from));
        request
    });
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_MAX)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(service))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_has_its_share_and_gives_it_back() {
        let addresses = Addresses::default();
        let (one, other) = (IpAddr::from([192, 0, 2, 1]), IpAddr::from([192, 0, 2, 2]));
        let mut shares: Vec<Share> = (0..OF_ADDRESS_MAX).map(|_| addresses.take(one).unwrap()).collect();
        assert!(addresses.take(one).is_none());
        assert!(addresses.take(other).is_some(), "another address has its own");
        shares.pop();
        assert!(addresses.take(one).is_some());
        drop(shares);
        assert!(addresses.0.lock().unwrap().is_empty(), "nothing of an address is kept");
    }

    #[test]
    fn an_ipv6_network_is_one_reader() {
        let of = |text: &str| network(text.parse().unwrap());
        assert_eq!(of("2001:db8:1:2::1"), of("2001:db8:1:2:ffff::9"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_eq!(of("::ffff:192.0.2.1"), of("192.0.2.1"));
    }
}
