//! Pages for administrators only.

use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::response::{IntoResponse, Response};
use http::request::Parts;
use web_kit::states::Trouble;
use web_kit::{Html, Page, escape, href, words};
use web_scene::{App, Fields, Staff, StaffForm, WorkPage, work};
use world::CommandKind;

words! {
    /// What stands on a page that is not for everyone who is signed in.
    pub struct AccessWords;

    title() { vi: "Trang này dành cho người quản trị", en: "This page is for administrators" }
    text() {
        vi: "Vai trò hiện có chưa mở được trang này. Nhờ người quản trị của văn phòng giao thêm vai trò, hoặc về việc của mình.",
        en: "Your roles do not open this page. Ask the office's administrator for the role, or go back to your work."
    }
    go() { vi: "Về việc của tôi", en: "Go to my work" }
}

/// A signed-in person who administers the office.
pub(crate) struct Administrator(pub Staff);

/// A form an administrator sent.
pub(crate) struct AdministratorForm(pub Staff, pub Fields);

impl FromRequestParts<App> for Administrator {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let staff = Staff::from_request_parts(parts, app).await?;
        match refused(&staff) {
            None => Ok(Administrator(staff)),
            Some(page) => Err(page),
        }
    }
}

impl FromRequest<App> for AdministratorForm {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let StaffForm(staff, fields) = StaffForm::from_request(request, app).await?;
        match refused(&staff) {
            None => Ok(AdministratorForm(staff, fields)),
            Some(page) => Err(page),
        }
    }
}

/// The page for someone who is no administrator; none for one who is.
fn refused(staff: &Staff) -> Option<Response> {
    if work::may_in_office(staff.scene.world(), staff.person, CommandKind::GrantRole) {
        return None;
    }
    let lang = staff.scene.lang;
    let w = AccessWords(lang);
    let body = Html::trusted(format!(
        r#"<div class="read"><h1>{}</h1><p class="lead gap-s">{}</p><p class="gap-top-s"><a class="btn" href="{}">{}</a></p></div>"#,
        escape(w.title()),
        escape(w.text()),
        escape(&href(lang, work::MY_WORK)),
        escape(w.go())
    ));
    let page = WorkPage {
        crumbs: vec![],
        place: "",
        ..WorkPage::new(w.title(), &staff.scene.path)
    };
    Some(Page::trouble(Trouble::Forbidden, page.html(staff, &body)).into_response())
}
