//! The cookies a browser keeps (RFC 6265 §5.3, §5.4), as far as one site goes.

use http::HeaderMap;
use http::header::SET_COOKIE;

struct Kept {
    name: String,
    value: String,
    path: String,
}

/// Cookies by name and path.
#[derive(Default)]
pub(crate) struct Jar(Vec<Kept>);

impl Jar {
    /// Takes what an answer sets; a cookie without age is gone.
    pub(crate) fn take(&mut self, headers: &HeaderMap) {
        let lines = headers.get_all(SET_COOKIE).iter().filter_map(|line| line.to_str().ok());
        for line in lines {
            let mut parts = line.split(';').map(str::trim);
            let Some((name, value)) = parts.next().and_then(|pair| pair.split_once('=')) else {
                continue;
            };
            let (mut path, mut gone) = ("/", false);
            for (key, value) in parts.filter_map(|part| part.split_once('=')) {
                match key.to_ascii_lowercase().as_str() {
                    "path" => path = value,
                    "max-age" => gone = value == "0" || value.starts_with('-'),
                    _ => {}
                }
            }
            self.0.retain(|kept| kept.name != name || kept.path != path);
            if !gone {
                self.0.push(Kept {
                    name: name.to_owned(),
                    value: value.to_owned(),
                    path: path.to_owned(),
                });
            }
        }
    }

    /// What is sent with a request for this path: `name=value` pairs.
    pub(crate) fn give<'a>(&'a self, path: &'a str) -> impl Iterator<Item = String> + 'a {
        let path = path.split('?').next().unwrap_or_default();
        let fits = move |kept: &&Kept| match path.strip_prefix(kept.path.as_str()) {
            Some(rest) => rest.is_empty() || rest.starts_with('/') || kept.path.ends_with('/'),
            None => false,
        };
        self.0
            .iter()
            .filter(fits)
            .map(|kept| format!("{}={}", kept.name, kept.value))
    }
}
