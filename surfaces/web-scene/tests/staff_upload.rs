//! A form with a file in an office: who may send it, and what comes back when it can't be taken.

mod common;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::response::Response;
use axum::routing::post;
use base::fact::{Actor, Digest32, Entropy, PersonId};
use base::time::Minute;
use common::{KIND, file, form, words};
use documents::FILE_BYTES_MAX;
use http::header::{CONTENT_TYPE, COOKIE};
use http::{Request, StatusCode};
use ledger::note::SigningKey;
use ledger::store::Store;
use ledger::{Options, Source};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use storage::Memory;
use storage::ops::Ops;
use tower::ServiceExt;
use web_scene::upload::{optional_file, required_file};
use web_scene::{App, FORM_BYTES_MAX, OfficeLedger, Settings, Sheet, StaffUpload, Upload, new_session};
use world::Command;

struct Office {
    app: App,
    session: String,
    folder: PathBuf,
}

impl Drop for Office {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn chance() -> Source {
    let drawn = AtomicU64::new(0);
    Arc::new(move || {
        let mut seed = [0; 32];
        seed[..8].copy_from_slice(&drawn.fetch_add(1, Ordering::SeqCst).to_be_bytes());
        Entropy::new(seed).draw()
    })
}

/// An office with its first administrator signed in.
async fn office(name: &str) -> Office {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
    let now: Minute = "2020-06-25T02:00:00Z".parse().unwrap();
    let mut options = Options::new(SigningKey::new("thu.langnghe.example/so", [7; 32]).unwrap());
    options.clock = Arc::new(move || now);
    options.entropy = chance();
    let clock = options.clock.clone();
    let ledger = OfficeLedger::open(Arc::new(Memory::new()) as Arc<dyn Store>, options).unwrap();
    let settings = Settings {
        origin: "thu.langnghe.example/so".to_owned(),
        publish_every_seconds: 0,
        high_water: false,
        rate_limit: true,
        demo: false,
        tls: false,
        proxy: false,
        database: web_scene::Database::Sqlite,
    };
    let app = App::new(ledger, Ops::open(&folder).unwrap().0, settings, clock, chance());
    let token = Digest32([1; 32]);
    let invite = Command::IssueFirstInvitation { token };
    app.submit(Actor::Console, invite, None).await.unwrap();
    let accept = Command::AcceptInvitation { token };
    app.submit(Actor::Anyone, accept, None).await.unwrap();
    let session = new_session(&app, PersonId(1)).unwrap();
    Office { app, session, folder }
}

/// Says what came: the words, and the file as it was taken or why it was not.
async fn staff_form(State(app): State<App>, StaffUpload(staff, upload): StaffUpload) -> Response {
    let mut sheet = Sheet::sent(&app, staff.scene.lang, upload.fields);
    let taken = required_file(&mut sheet, "tep", upload.file, staff.scene.lang);
    let taken = taken.map(|file| format!("{:?} {} {}", file.kind, file.name, file.bytes.len()));
    sheet.answer(format!(
        "{} | {taken:?} | {:?}",
        sheet.typed("loi"),
        sheet.errors.of("tep")
    ))
}

async fn public_form(State(app): State<App>, upload: Upload) -> Response {
    let lang = web_kit::Lang::En;
    let mut sheet = Sheet::sent(&app, lang, upload.fields);
    let taken = optional_file(&mut sheet, "tep", upload.file, lang).is_some();
    sheet.answer(format!(
        "{} | {taken} | {:?}",
        sheet.typed("loi"),
        sheet.errors.of("tep")
    ))
}

impl Office {
    async fn post(&self, path: &str, session: &str, body: Vec<u8>) -> (StatusCode, String) {
        let routes = Router::new()
            .route("/dieu-hanh/thu", post(staff_form))
            .route("/thu", post(public_form))
            .with_state(self.app.clone());
        let request = Request::post(path)
            .header(CONTENT_TYPE, KIND)
            .header(COOKIE, format!("phien={session}"));
        let response = routes.oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
        let status = response.status();
        let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        (status, String::from_utf8(bytes.to_vec()).unwrap())
    }
}

#[track_caller]
fn says(answer: &(StatusCode, String), status: u16, words: &[&str]) {
    assert_eq!(answer.0.as_u16(), status, "{}", answer.1);
    for words in words {
        assert!(answer.1.contains(words), "{words:?} is not in\n{}", answer.1);
    }
}

#[tokio::test]
async fn a_file_is_taken_or_its_words_come_back_with_the_reason() {
    let office = office("taken").await;
    let send = async |bytes: &[u8]| {
        let body = form(&[words("loi", "Cổng chính"), file("tep", "biên bản.html", bytes)]);
        office.post("/dieu-hanh/thu", &office.session, body).await
    };
    let taken = send(b"%PDF-1.4 %%EOF").await;
    says(
        &taken,
        422,
        &["Cổng chính | Some(\"Pdf biên bản.html.pdf 14\")", "| None"],
    );
    says(&send(b"<html>").await, 422, &["Cổng chính | None", "Đây là trang web"]);
    says(&send(b"").await, 422, &["Cổng chính | None", "Tệp này trống"]);
    says(
        &send(&vec![b'a'; FILE_BYTES_MAX]).await,
        422,
        &["Some(\"Text biên bản.html.txt 10485760\")"],
    );
    says(
        &send(&vec![b'a'; FILE_BYTES_MAX + 1]).await,
        422,
        &["Cổng chính | None", "lớn quá 10 MB"],
    );
    let none = office
        .post("/dieu-hanh/thu", &office.session, form(&[words("loi", "Cổng")]))
        .await;
    says(&none, 422, &["Cổng | None", "Chọn một tệp rồi gửi lại."]);
    let public = office
        .post("/thu", "", form(&[words("loi", "Cổng"), file("tep", "", b"")]))
        .await;
    says(&public, 422, &["Cổng | false | None"]);
}

#[tokio::test]
async fn words_too_many_are_a_page_in_its_frame() {
    let office = office("words").await;
    let body = form(&[words("loi", &"a".repeat(FORM_BYTES_MAX + 1))]);
    let answer = office.post("/thu", "", body).await;
    says(&answer, 413, &["<h1", "<main", "<footer"]);
}

#[tokio::test]
async fn a_lost_session_gives_the_words_back_and_takes_no_file() {
    let office = office("lost").await;
    let body = form(&[words("loi", "Cổng <chính>"), file("tep", "a.pdf", b"%PDF-1.4 %%EOF")]);
    let answer = office.post("/dieu-hanh/thu", &"0".repeat(64), body).await;
    says(
        &answer,
        422,
        &[
            "Phiên làm việc đã hết",
            "name=\"loi\"",
            "chính",
            "action=\"/dieu-hanh/thu\"",
        ],
    );
    assert!(!answer.1.contains("<chính>"));
    let nothing = office.post("/dieu-hanh/thu", "", form(&[])).await;
    says(&nothing, 403, &["<h1"]);
}
