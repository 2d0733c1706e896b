//! x
use axum::response::Response;
use web_scene::Scene;
pub(crate) async fn show(scene: Scene) -> Response { crate::not_found(&scene) }
