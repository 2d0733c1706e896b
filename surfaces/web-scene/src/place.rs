//! From where a request came.

use crate::App;
use axum::extract::{ConnectInfo, FromRequestParts};
use http::request::Parts;
use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// Where a request came from, for the limiter and the count of visits alone; never kept. This machine when the server does not say.
pub struct Place(pub IpAddr);

impl FromRequestParts<App> for Place {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let told = app.settings.proxy.then(|| by_proxy(parts)).flatten();
        let info = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        Ok(Place(
            told.or(info.map(|info| info.0.ip()))
                .unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST)),
        ))
    }
}

/// The last address a proxy added: what stands before it is whatever the reader sent.
fn by_proxy(parts: &Parts) -> Option<IpAddr> {
    let last = parts.headers.get_all("x-forwarded-for").iter().next_back()?;
    last.to_str().ok()?.rsplit(',').next()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_address_is_the_proxys_word() {
        let told = |values: &[&str]| {
            let mut request = http::Request::builder();
            for value in values {
                request = request.header("X-Forwarded-For", *value);
            }
            by_proxy(&request.body(()).unwrap().into_parts().0)
        };
        assert_eq!(told(&["203.0.113.9, 198.51.100.7"]), "198.51.100.7".parse().ok());
        assert_eq!(told(&["203.0.113.9", "2001:db8::1"]), "2001:db8::1".parse().ok());
        assert_eq!(told(&["203.0.113.9, not-an-address"]), None);
        assert_eq!(told(&[]), None);
    }
}
