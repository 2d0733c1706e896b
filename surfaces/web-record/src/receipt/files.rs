//! The two files of a receipt: the proof, and the entry with its author's own words.

use super::Receipt;
use crate::log::Opened;
use axum::response::{IntoResponse, Response};
use base::fact::Exposure;
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, HeaderName};
use http::{HeaderMap, HeaderValue};
use serde::Serialize;
use std::collections::BTreeMap;
use web_scene::{App, Scene};

/// A file of a receipt, by the end of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum File {
    /// C2SP tlog-proof.
    Proof,
    /// The entry and what its commitments open to.
    Json,
}

impl File {
    const ALL: [File; 2] = [File::Proof, File::Json];

    /// What follows the code in the address and in the file's name.
    pub(super) const fn suffix(self) -> &'static str {
        match self {
            File::Proof => ".tlog-proof",
            File::Json => ".json",
        }
    }

    /// Parts the end of a file's name from a typed code.
    pub(super) fn split(typed: &str) -> (&str, Option<File>) {
        let named = |file: &File| typed.strip_suffix(file.suffix()).map(|code| (code, Some(*file)));
        File::ALL.iter().find_map(named).unwrap_or((typed, None))
    }
}

/// A receipt as a file. Fields that were erased have no value; `erased_by` names the entry.
#[derive(Serialize)]
struct Written {
    seq: u64,
    /// The exact bytes.
    entry: String,
    values: BTreeMap<String, Opened>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    erased_by: BTreeMap<String, u64>,
}

/// The file of a receipt; none when the store does not give what belongs in it.
pub(super) fn file(app: &App, scene: &Scene, receipt: &Receipt, file: File) -> Option<Response> {
    let (kind, body) = match file {
        File::Proof => (
            "text/plain; charset=utf-8",
            app.ledger.proof(receipt.seq).ok()?.to_string(),
        ),
        File::Json => ("application/json", written(app, scene, receipt)?),
    };
    let mut headers = HeaderMap::new();
    let mut set = |name: HeaderName, value: &str| {
        if let Ok(value) = HeaderValue::try_from(value) {
            headers.insert(name, value);
        }
    };
    set(CONTENT_TYPE, kind);
    set(
        CONTENT_DISPOSITION,
        &format!("attachment; filename=\"{}{}\"", receipt.code, file.suffix()),
    );
    set(CACHE_CONTROL, "no-store");
    set(HeaderName::from_static("x-robots-tag"), "noindex");
    Some((headers, body).into_response())
}

fn written(app: &App, scene: &Scene, receipt: &Receipt) -> Option<String> {
    let bytes = app.ledger.entry_bytes(receipt.seq).ok()??;
    let (mut values, mut erased_by) = (BTreeMap::new(), BTreeMap::new());
    for at in receipt.fields(scene) {
        let field = at.field.to_string();
        match scene.world().exposure_of(at) {
            Exposure::Erased(entry) => {
                erased_by.insert(field, entry);
            }
            Exposure::Absent => {}
            Exposure::Public | Exposure::Held | Exposure::Private => {
                let sealed = app.ledger.unseal(at).ok()??;
                values.insert(
                    field,
                    Opened {
                        salt: base::hex::encode(&sealed.salt),
                        value: sealed.value,
                    },
                );
            }
        }
    }
    let written = Written {
        seq: receipt.seq,
        entry: String::from_utf8(bytes).ok()?,
        values,
        erased_by,
    };
    serde_json::to_string(&written).ok()
}
