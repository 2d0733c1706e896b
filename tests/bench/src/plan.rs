//! What is to be measured, as asked on the command line.

use std::path::PathBuf;
use std::time::Duration;

/// Entries the record of the start is filled to, when nothing else is asked for.
const ENTRIES: u64 = 1_000_000;
/// Fewest entries that make sense: there are 50 opinions to vote on before the first vote.
const ENTRIES_MIN: u64 = 10_000;
/// Seconds each figure is measured, when nothing else is asked for.
const SECONDS: u64 = 5;

/// How the program is called.
pub const USAGE: &str = "usage: bench [writes] [click] [http] [start] [pages] [--entries N] [--seconds N] [--write FILE] \
                         [--folder DIR] [--binary PATH (or LANGNGHE_BIN=PATH)]";

/// One subject of measurement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scene {
    /// Commands through the sequencer.
    Writes,
    /// One click while many write.
    Click,
    /// Commands through HTTP.
    Http,
    /// Starting on a large record.
    Start,
    /// A page beside nginx.
    Pages,
}

impl Scene {
    /// All, in the order of the page.
    pub const ALL: [Scene; 5] = [Scene::Writes, Scene::Click, Scene::Http, Scene::Start, Scene::Pages];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Scene::Writes => "writes",
            Scene::Click => "click",
            Scene::Http => "http",
            Scene::Start => "start",
            Scene::Pages => "pages",
        }
    }
}

/// What is to be done.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What to measure, in the order of the page.
    pub scenes: Vec<Scene>,
    /// Entries of the large record.
    pub entries: u64,
    /// How long each figure is measured.
    pub time: Duration,
    /// The page to write the tables into.
    pub write: Option<PathBuf>,
    /// Where records are made; should be on the disk in question.
    pub folder: PathBuf,
    /// The built server.
    pub binary: PathBuf,
}

impl Plan {
    /// Reads the command line.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(words: impl Iterator<Item = String>) -> Result<Plan, String> {
        let binary = std::env::var_os("LANGNGHE_BIN").unwrap_or_default();
        let mut plan = Plan {
            scenes: Vec::new(),
            entries: ENTRIES,
            time: Duration::from_secs(SECONDS),
            write: None,
            folder: PathBuf::from("target"),
            binary: binary.into(),
        };
        let mut words = words;
        while let Some(word) = words.next() {
            let mut value = || words.next().ok_or(format!("{word} wants a value"));
            match word.as_str() {
                "--entries" => plan.entries = number(&word, &value()?)?,
                "--seconds" => plan.time = Duration::from_secs(number(&word, &value()?)?),
                "--write" => plan.write = Some(value()?.into()),
                "--folder" => plan.folder = value()?.into(),
                "--binary" => plan.binary = value()?.into(),
                name => match Scene::ALL.into_iter().find(|scene| scene.name() == name) {
                    Some(scene) => plan.scenes.push(scene),
                    None => return Err(format!("there is nothing called \"{name}\" to measure")),
                },
            }
        }
        if !plan.binary.is_file() {
            return Err(format!("the server \"{}\" is not there", plan.binary.display()));
        }
        if plan.entries < ENTRIES_MIN || plan.time.is_zero() {
            return Err(format!(
                "at least {ENTRIES_MIN} entries and one second are needed to say anything"
            ));
        }
        let asked = std::mem::take(&mut plan.scenes);
        plan.scenes = Scene::ALL
            .into_iter()
            .filter(|scene| asked.is_empty() || asked.contains(scene))
            .collect();
        Ok(plan)
    }

    /// The mark of a scene's table in the page; records of different sizes have tables of their own.
    pub fn mark(&self, scene: Scene) -> String {
        match scene {
            Scene::Start => format!("{}-{}", scene.name(), self.entries),
            _ => scene.name().to_owned(),
        }
    }

    /// The command that gives a scene's table.
    pub fn shown(&self, scene: Scene) -> String {
        let mut command = format!("./x bench {}", scene.name());
        if scene == Scene::Start {
            command += &format!(" --entries {}", self.entries);
        }
        if self.time != Duration::from_secs(SECONDS) {
            command += &format!(" --seconds {}", self.time.as_secs());
        }
        command
    }
}

fn number(word: &str, text: &str) -> Result<u64, String> {
    text.parse()
        .map_err(|_| format!("{word} wants a whole number, not \"{text}\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(words: &[&str]) -> Result<Plan, String> {
        let server = std::env::current_exe().unwrap().display().to_string();
        let words = words.iter().map(|word| (*word).to_owned());
        Plan::read(["--binary".to_owned(), server].into_iter().chain(words))
    }

    #[test]
    fn everything_is_measured_when_nothing_is_named() {
        assert_eq!(plan(&[]).unwrap().scenes, Scene::ALL);
        let two = plan(&["pages", "writes", "--seconds", "2"]).unwrap();
        assert_eq!(two.scenes, [Scene::Writes, Scene::Pages]);
        assert_eq!(two.shown(Scene::Pages), "./x bench pages --seconds 2");
        assert_eq!(
            (two.mark(Scene::Pages), two.mark(Scene::Start)),
            ("pages".into(), "start-1000000".into())
        );
        assert_eq!(
            plan(&[]).unwrap().shown(Scene::Start),
            "./x bench start --entries 1000000"
        );
    }

    #[test]
    fn nonsense_is_refused() {
        for wrong in [
            &["fast"][..],
            &["--entries"],
            &["--entries", "1e6"],
            &["--seconds", "0"],
            &["--entries", "5"],
        ] {
            assert!(plan(wrong).is_err(), "{wrong:?}");
        }
    }
}
