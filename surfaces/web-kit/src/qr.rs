//! QR codes (ISO/IEC 18004) as inline SVG: one path, no style attribute, readable from paper.

use crate::{Html, escape};
use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write as _;

/// Modules of white the standard asks for on each side.
const QUIET_MODULES: usize = 4;

/// The QR code of an address, named for screen readers by `label`. None when the address is longer than a code can hold (2,331 bytes
/// at the level used, M, which survives 15 % of dirt).
pub fn qr(url: &str, label: &str) -> Option<Html> {
    let code = QrCode::with_error_correction_level(url, EcLevel::M).ok()?;
    let width = code.width();
    let colors = code.to_colors();
    let mut path = String::new();
    for (y, row) in colors.chunks(width).enumerate() {
        let mut x = 0;
        while x < width {
            let run = row[x..].iter().take_while(|c| **c == Color::Dark).count();
            if run > 0 {
                // writing into a String cannot fail
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET_MODULES, y + QUIET_MODULES);
            }
            x += run.max(1);
        }
    }
    let side = width + 2 * QUIET_MODULES;
    Some(Html::trusted(format!(
        r##"<svg class="qr" viewBox="0 0 {side} {side}" role="img" aria-label="{}" shape-rendering="crispEdges"><rect width="{side}" height="{side}" fill="#fff"/><path fill="#000" d="{path}"/></svg>"##,
        escape(label)
    )))
}
