//! Bundles the style sheet, names every asset by its content, and embeds the fonts when they are at hand.
//!
//! Fonts are looked for in `LANGNGHE_FONTS_DIR`, else in `target/fonts` of the workspace. Without them the sheet has no `@font-face`
//! and the system's fonts are used.

#[path = "build/minify.rs"]
mod minify;

use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, error::Error, fs};

/// The parts of the sheet, in the order of the cascade.
const PARTS: [&str; 19] = [
    "tokens", "fonts", "ground", "layout", "frame", "buttons", "cards", "forms", "tables", "parts", "forum", "opinion",
    "follow", "receipt", "slips", "article", "pages", "work", "print",
];

/// Length of a content hash in an asset's name, in hex digits (64 bits).
const NAME_DIGITS: usize = 16;

/// One embedded file: where it is served, where its bytes are, its media type.
struct Asset {
    url: String,
    file: PathBuf,
    content_type: &'static str,
}

fn main() -> Result<(), Box<dyn Error>> {
    let here = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    for watched in ["build.rs", "build", "src/sheet"] {
        println!("cargo::rerun-if-changed={watched}");
    }
    println!("cargo::rerun-if-env-changed=LANGNGHE_FONTS_DIR");

    let mut assets = Vec::new();
    let mut fonts = BTreeMap::new();
    for file in font_files(&here)? {
        let name = file
            .file_name()
            .map(|n| n.to_string_lossy().into_owned())
            .unwrap_or_default();
        let url = format!("/tinh/{}.woff2", digest(&fs::read(&file)?));
        fonts.insert(name, url.clone());
        assets.push(Asset {
            url,
            file,
            content_type: "font/woff2",
        });
    }

    let mut sheet = String::new();
    for part in PARTS {
        let text = fs::read_to_string(here.join("src/sheet").join(part).with_extension("css"))?;
        let text = minify::css(&text);
        sheet.push_str(&if part == "fonts" {
            font_faces(&text, &fonts)
        } else {
            text
        });
    }
    let style = keep(&out, "sheet.css", sheet.as_bytes())?;
    let script = keep(
        &out,
        "kit.js",
        minify::js(&fs::read_to_string(here.join("src/sheet/kit.js"))?).as_bytes(),
    )?;
    let icon = keep(
        &out,
        "icon.svg",
        fs::read_to_string(here.join("src/sheet/icon.svg"))?.trim().as_bytes(),
    )?;

    let mut code = String::new();
    for (constant, file, extension, content_type) in [
        ("STYLE", style, "css", "text/css; charset=utf-8"),
        ("SCRIPT", script, "js", "text/javascript; charset=utf-8"),
        ("ICON", icon, "svg", "image/svg+xml"),
    ] {
        let url = format!("/tinh/{}.{extension}", digest(&fs::read(&file)?));
        writeln!(code, "const {constant}: &str = {url:?};")?;
        assets.push(Asset {
            url,
            file,
            content_type,
        });
    }
    writeln!(code, "static ASSETS: &[(&str, &[u8], &[u8], &str)] = &[")?;
    for asset in &assets {
        // fonts are packed already
        let packed = if asset.content_type == "font/woff2" {
            Vec::new()
        } else {
            gzip(&fs::read(&asset.file)?)?
        };
        let file = keep(
            &out,
            &format!("{}.gz", asset.url.rsplit('/').next().unwrap_or_default()),
            &packed,
        )?;
        writeln!(
            code,
            "    ({:?}, include_bytes!({:?}), include_bytes!({file:?}), {:?}),",
            asset.url, asset.file, asset.content_type
        )?;
    }
    writeln!(code, "];")?;
    fs::write(out.join("assets.rs"), code)?;
    Ok(())
}

/// The `.woff2` files of the fonts' folder, sorted. A folder named by the environment must exist; the default one is made empty when it
/// is missing, because Cargo runs a build script again on every build while a watched path does not exist.
fn font_files(here: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let folder = match env::var_os("LANGNGHE_FONTS_DIR") {
        Some(named) => PathBuf::from(named),
        None => {
            let default = here.join("../../target/fonts");
            fs::create_dir_all(&default)?;
            default
        }
    };
    println!("cargo::rerun-if-changed={}", folder.display());
    let entries = fs::read_dir(&folder).map_err(|e| format!("fonts folder {}: {e}", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|e| e == "woff2") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Keeps the `@font-face` rules whose file is here and puts its served name in; without any file, nothing is left.
fn font_faces(css: &str, fonts: &BTreeMap<String, String>) -> String {
    if fonts.is_empty() {
        return String::new();
    }
    let mut kept = String::new();
    for rule in css.split_inclusive('}') {
        let Some((before, rest)) = rule.split_once("url(") else {
            kept.push_str(rule);
            continue;
        };
        let Some((name, after)) = rest.split_once(')') else {
            continue;
        };
        if let Some(url) = fonts.get(name) {
            kept.push_str(&format!("{before}url({url}){after}"));
        }
    }
    kept
}

fn keep(out: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, Box<dyn Error>> {
    let file = out.join(name);
    fs::write(&file, bytes)?;
    Ok(file)
}

fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(bytes)?;
    packer.finish()
}

fn digest(bytes: &[u8]) -> String {
    let mut hex = String::new();
    for byte in Sha256::digest(bytes).iter() {
        hex.push_str(&format!("{byte:02x}"));
    }
    hex.truncate(NAME_DIGITS);
    hex
}
