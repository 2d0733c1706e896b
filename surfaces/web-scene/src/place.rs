//! From where a form was sent.

use crate::App;
use axum::extract::{ConnectInfo, FromRequestParts};
use http::request::Parts;
use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// Where a form was sent from, for the limiter alone; never kept. This machine when the server does not say.
pub struct Place(pub IpAddr);

impl FromRequestParts<App> for Place {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Infallible> {
        let info = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        Ok(Place(info.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |info| info.0.ip())))
    }
}
