//! The auditor's page: a private entry, byte for byte, with the proof that it is in the log (DESIGN §2, "Public and private").
//! Nobody else sees these bytes.

mod file;
mod show;
mod words;

pub(crate) use file::file;
pub(crate) use show::show;

use axum::extract::FromRequestParts;
use axum::response::Response;
use http::request::Parts;
use ledger::entry;
use ledger::store::StoreError;
use people::role::Role;
use web_scene::{App, Staff};

/// Somebody signed in who is an auditor now.
pub(crate) struct Auditor(pub(crate) Staff);

impl FromRequestParts<App> for Auditor {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let staff = Staff::from_request_parts(parts, app).await?;
        let people = &staff.scene.world().people;
        if !people.has_role_anywhere(staff.person, Role::Auditor) {
            return Err(staff.forbidden());
        }
        Ok(Auditor(staff))
    }
}

/// What is at a number of the ledger.
enum At {
    /// Bytes for auditors.
    Private(Vec<u8>),
    /// An entry anyone may read.
    Public,
    /// Nothing is there yet.
    Nothing,
}

/// Looks an entry up. Bytes that are no entry count as private: whether they were can't be told.
fn look(app: &App, seq: u64) -> Result<At, StoreError> {
    Ok(match app.ledger.entry_bytes(seq)? {
        None => At::Nothing,
        Some(bytes) => match entry::open(&bytes) {
            Ok(envelope) if !envelope.private => At::Public,
            _ => At::Private(bytes),
        },
    })
}
