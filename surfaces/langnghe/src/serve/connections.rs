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
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tower::{Service, ServiceExt};

/// Connections at once; whoever comes later waits in the system's queue.
const CONNECTIONS_MAX: usize = 4_096;
/// How long the head of a request may take, and how long a connection may stay without one.
const HEAD_MAX: Duration = Duration::from_secs(15);
/// How long to wait when the system has no room for another connection.
const NO_ROOM_PAUSE: Duration = Duration::from_millis(100);
/// How long answers under way are waited for when the program is told to stop.
const LAST_ANSWERS: Duration = Duration::from_secs(5);

/// Answers every connection by `service` until `stop` is over.
pub async fn serve<S>(listener: std::net::TcpListener, service: S, stop: impl Future<Output = ()>) -> Result<(), Stop>
where
    S: Service<Request<Body>, Response = axum::response::Response, Error = std::convert::Infallible>,
    S: Clone + Send + 'static,
    S::Future: Send,
{
    let failed = |why: io::Error| Stop::new(exit::FAILED, format!("cannot serve: {why}"));
    listener.set_nonblocking(true).map_err(failed)?;
    let listener = TcpListener::from_std(listener).map_err(failed)?;
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
        let connection = under_way.watch(connection(stream, from, service.clone()));
        tokio::spawn(async move {
            // A reader who breaks off has no use for an error.
            let _ = connection.await;
            drop(place);
        });
    }
    // Whoever still sends or reads after that is cut off; what was acknowledged is recorded.
    let _ = tokio::time::timeout(LAST_ANSWERS, under_way.shutdown()).await;
    Ok(())
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
