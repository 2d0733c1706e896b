//! The set of icons on a 24 grid (stroke 2, round), drawn for this product. A page carries only the ones it uses.

use crate::Html;

macro_rules! icons {
    ($($(#[$doc:meta])* $variant:ident $name:literal $shape:literal;)*) => {
        /// One icon. It never stands without its word, except in a dense table with hidden text.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Icon {
            $($(#[$doc])* $variant,)*
        }

        impl Icon {
            /// Every icon, in the order of their names.
            pub const ALL: &'static [Icon] = &[$(Icon::$variant),*];

            /// The name, as in the symbol's id `i-name`.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Icon::$variant => $name,)*
                }
            }

            const fn shape(self) -> &'static str {
                match self {
                    $(Icon::$variant => $shape,)*
                }
            }
        }
    };
}

icons! {
    /// A triangle: what is late or wrong.
    Alert "alert" r#"<path d="M12 4l9 16H3zM12 10v4M12 17v.01"/>"#;
    /// A closed eye: not signed.
    Anon "anon" r#"<path d="M4 4l16 16M9.9 5.2A9.7 9.7 0 0 1 12 5c5 0 8.3 4.3 9.3 7a13 13 0 0 1-2.3 3.5M6.5 7.2A13 13 0 0 0 2.7 12c1 2.7 4.3 7 9.3 7a9 9 0 0 0 4.3-1.1"/>"#;
    /// An arrow onwards.
    Arrow "arrow" r#"<path d="M4 12h15M13 6l6 6-6 6"/>"#;
    /// An arrow back.
    Back "back" r#"<path d="M20 12H5M11 6l-6 6 6 6"/>"#;
    /// The two strokes: agreement.
    Bowl "bowl" r#"<path d="M4 11c1 6 4 9 8 9s7-3 8-9M11 9l4-6"/>"#;
    /// A calendar.
    Cal "cal" r#"<rect x="4" y="5.5" width="16" height="14.5" rx="2"/><path d="M4 10h16M8 3v4M16 3v4"/>"#;
    /// A car.
    Car "car" r#"<path d="M4 16v-3.5l2-5h12l2 5V16zM4 16v2.5M20 16v2.5M4.5 12.5h15"/>"#;
    /// A speech bubble: opinions.
    Chat "chat" r#"<path d="M4 5h16v11H11l-5 4v-4H4z"/>"#;
    /// A tick: done, agree.
    Check "check" r#"<path d="M5 12.5l4.5 4.5L19 7.5"/>"#;
    /// A clock: going on.
    Clock "clock" r#"<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>"#;
    /// A paper with a tick: the conclusion.
    Done "done" r#"<path d="M6 3h8l4 4v14H6zM14 3v4h4M9 14l2 2 4-4"/>"#;
    /// Down to a file: download.
    Down "down" r#"<path d="M12 4v11M7 10.5l5 5 5-5M4 20h16"/>"#;
    /// An open eye: followed, waiting to be confirmed.
    Eye "eye" r#"<path d="M2.7 12c1-2.7 4.3-7 9.3-7s8.3 4.3 9.3 7c-1 2.7-4.3 7-9.3 7s-8.3-4.3-9.3-7z"/><circle cx="12" cy="12" r="3"/>"#;
    /// A paper: the report.
    File "file" r#"<path d="M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6"/>"#;
    /// A flame.
    Fire "fire" r#"<path d="M12 3c1 3.5 5.5 5.5 5.5 11a5.5 5.5 0 0 1-11 0c0-2 1-3.5 2-4.5.3 1.5 1 2.3 2 2.5-.5-3 0-6 1.5-9z"/>"#;
    /// A flag: the directive.
    Flag "flag" r#"<path d="M5 21V4M5 4.5h12l-2.5 4 2.5 4H5"/>"#;
    /// A gate.
    Gate "gate" r#"<path d="M4 21h16M6 21V4h9v17M15 6l4 1.5V21M12 12.5v.01"/>"#;
    /// A list.
    List "list" r#"<path d="M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01"/>"#;
    /// A lock: kept private.
    Lock "lock" r#"<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>"#;
    /// A microphone: spoken.
    Mic "mic" r#"<rect x="9" y="3" width="6" height="11" rx="3"/><path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3"/>"#;
    /// No network.
    Offline "offline" r#"<path d="M4 4l16 16M4.5 12a11 11 0 0 1 4-2.4M15 9.4a11 11 0 0 1 4.5 2.6M8.5 16a5 5 0 0 1 7 0M12 19.5v.01"/>"#;
    /// A circle with a bar: not sure.
    Pass "pass" r#"<circle cx="12" cy="12" r="8.5"/><path d="M8 12h8"/>"#;
    /// Pause.
    Pause "pause" r#"<path d="M8 5v14M16 5v14"/>"#;
    /// A pen: write, edit.
    Pen "pen" r#"<path d="M4 20l1-4L16 5l3 3L8 19zM14 7l3 3"/>"#;
    /// A telephone.
    Phone "phone" r#"<rect x="7" y="2.5" width="10" height="19" rx="2"/><path d="M11 18.5h2"/>"#;
    /// A place.
    Pin "pin" r#"<path d="M12 21s-7-6.2-7-11a7 7 0 0 1 14 0c0 4.8-7 11-7 11z"/><circle cx="12" cy="10" r="2.5"/>"#;
    /// Begin.
    Play "play" r#"<path d="M8 5l11 7-11 7z"/>"#;
    /// Add.
    Plus "plus" r#"<path d="M12 5v14M5 12h14"/>"#;
    /// A printer.
    Print "print" r#"<path d="M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z"/>"#;
    /// A route.
    Route "route" r#"<circle cx="6" cy="18" r="2"/><path d="M8 18h7.5a3.5 3.5 0 0 0 0-7h-7a3.5 3.5 0 0 1 0-7H16"/><circle cx="18" cy="4" r="1.6"/>"#;
    /// A screen.
    Screen "screen" r#"<rect x="3" y="4" width="18" height="12" rx="1.5"/><path d="M12 16v4M8 20h8"/>"#;
    /// A magnifying glass.
    Search "search" r#"<circle cx="10.5" cy="10.5" r="6"/><path d="M15 15l5 5"/>"#;
    /// A shield.
    Shield "shield" r#"<path d="M12 3l7.5 3v5.5c0 4.6-3.1 8-7.5 9.5-4.4-1.5-7.5-4.9-7.5-9.5V6z"/>"#;
    /// Stop.
    Stop "stop" r#"<rect x="6" y="6" width="12" height="12" rx="1"/>"#;
    /// Two arrows: exchange.
    Swap "swap" r#"<path d="M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4"/>"#;
    /// A circle of arrows: the loop, renew.
    Sync "sync" r#"<path d="M4 11a8 8 0 0 1 14-4.5L20 9M20 4v5h-5M20 13a8 8 0 0 1-14 4.5L4 15M4 20v-5h5"/>"#;
    /// One person.
    User "user" r#"<circle cx="12" cy="8" r="3.5"/><path d="M5 20c.6-4 3.4-6 7-6s6.4 2 7 6"/>"#;
    /// Several persons.
    Users "users" r#"<circle cx="9" cy="8.5" r="3"/><path d="M3 19.5c.5-3.6 2.8-5.5 6-5.5s5.5 1.9 6 5.5M15.5 5.8a3 3 0 0 1 0 5.4M17.5 14.3c2 .7 3.1 2.5 3.5 5.2"/>"#;
    /// A cross: disagree, no.
    X "x" r#"<path d="M6 6l12 12M18 6L6 18"/>"#;
}

/// An icon where it stands: hidden from screen readers, because its word is beside it.
pub fn icon(icon: Icon) -> Html {
    Html::trusted(format!(
        r##"<svg class="i" aria-hidden="true"><use href="#i-{}"/></svg>"##,
        icon.name()
    ))
}

/// The hatch that marks "disagree" in bars, so that colour is never alone; bars fill with `url(#hatch)`.
const HATCH: &str = r#"<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="scale(.16 1) rotate(45)"><path class="hatch-line" d="M0 3h6"/></pattern>"#;

/// The sprite of one page: the icons its markup refers to, those named besides, and the hatch when a bar is filled with it.
pub(crate) fn sprite(markup: &str, more: &[Icon]) -> Html {
    let mut symbols = String::new();
    for icon in Icon::ALL {
        let reference = format!("\"#i-{}\"", icon.name());
        if more.contains(icon) || markup.contains(&reference) {
            symbols.push_str(&format!(
                r#"<symbol id="i-{}" viewBox="0 0 24 24">{}</symbol>"#,
                icon.name(),
                icon.shape()
            ));
        }
    }
    if markup.contains("url(#hatch)") {
        symbols.push_str(HATCH);
    }
    if symbols.is_empty() {
        return Html::default();
    }
    Html::trusted(format!(
        r#"<svg width="0" height="0" class="vh" aria-hidden="true" focusable="false"><defs>{symbols}</defs></svg>"#
    ))
}
