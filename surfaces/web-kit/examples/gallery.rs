//! Writes the page of components and what it needs to a folder, to be looked at without a server:
//! `cargo run -p web-kit --example gallery -- FOLDER`. Serve the folder as the root of a site, for its addresses begin with `/`.

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};
use web_kit::{Lang, Theme, asset, gallery_in, icon_href, script_href, style_href};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::args().nth(1).ok_or("name the folder to write to")?);
    fs::create_dir_all(folder.join("tinh"))?;
    for lang in [Lang::Vi, Lang::En] {
        for theme in [Theme::Light, Theme::Dark] {
            let name = format!("{}-{}.html", lang.code(), theme.tag());
            fs::write(folder.join(name), gallery_in(lang, Some(theme)))?;
        }
    }
    let style = asset(style_href()).ok_or("no style sheet")?;
    let sheet = String::from_utf8(style.bytes.to_vec())?;
    let fonts = sheet
        .split("url(/tinh/")
        .skip(1)
        .filter_map(|s| s.split(')').next())
        .map(|f| format!("/tinh/{f}"));
    for path in fonts.chain([style_href(), script_href(), icon_href()].map(str::to_owned)) {
        let file = asset(&path).ok_or("an asset that is named is missing")?;
        fs::write(folder.join(path.trim_start_matches('/')), file.bytes)?;
    }
    Ok(())
}
