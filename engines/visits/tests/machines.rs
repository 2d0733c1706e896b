//! Whom the list takes for machines.

use visits::{AGENT_BYTES_MAX, Broken, Machines, is_machine, machines};

const MACHINES: &[&str] = &[
    "",
    "   ",
    "Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)",
    "Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X) AppleWebKit/537.36 Chrome/41.0 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/120.0 Safari/537.36",
    "Mozilla/5.0 (compatible; Yahoo! Slurp; http://help.yahoo.com/help/us/ysearch/slurp)",
    "curl/8.5.0",
    "Wget/1.21.3 (linux-gnu)",
    "python-requests/2.31.0",
    "Go-http-client/1.1",
    "Python/3.11 aiohttp/3.9.1",
    "Mozilla/5.0 (compatible; DocuBot/1.0; +https://docubot.example)",
    "Mozilla/5.0",
];

const PEOPLE: &[&str] = &[
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36",
    "Mozilla/5.0 (Linux; Android 15; V2247) AppleWebKit/537.36 Version/4.0 Chrome/140.0 Mobile Safari/537.36 Zalo android/25081840 ZaloTheme/light ZaloLanguage/vi",
    "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/121.0 Chrome/115.0 Safari/537.36",
    "Mozilla/5.0 (Linux; Android 9; CUBOT_X19) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/99.0 Mobile Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 [FBAN/FBIOS;FBAV/440.0]",
    "Lynx/2.8.9rel.1 libwww-FM/2.14 SSL-MM/1.4.1",
    "w3m/0.5.3+git20190105",
    "NokiaC3-00/5.0 (08.63) Profile/MIDP-2.1 Configuration/CLDC-1.1",
];

#[test]
fn machines_and_people_are_told_apart() {
    for agent in MACHINES {
        assert!(is_machine(agent), "{agent}");
    }
    for agent in PEOPLE {
        assert!(!is_machine(agent), "{agent}");
    }
}

#[test]
fn a_long_agent_is_looked_at_so_far_and_no_farther() {
    let long = format!("Mozilla/5.0 {}", "ộ".repeat(100_000));
    assert!(!is_machine(&long));
    let hidden = format!("Mozilla/5.0 (X11) {} bot", "a".repeat(AGENT_BYTES_MAX));
    assert!(!is_machine(&hidden));
}

#[test]
fn the_list_says_where_it_is_from() {
    let list = machines();
    assert!(list.checked.year() >= 2026);
    for one in list.named.iter().chain(&list.people) {
        assert!(
            one.from.as_ref().is_some_and(|from| from.starts_with("https://")),
            "{one:?}"
        );
    }
    let mut signs: Vec<&str> = (list.named.iter().chain(&list.people).chain(&list.patterns))
        .map(|one| one.sign.as_str())
        .collect();
    let all = signs.len();
    signs.sort_unstable();
    signs.dedup();
    assert_eq!(signs.len(), all, "a sign stands twice");
}

#[test]
fn a_list_that_would_find_everyone_is_refused() {
    let with = |sign: &str| {
        format!("checked = \"2026-01-01\"\nmachine = []\nperson = []\n[[pattern]]\nsign = \"{sign}\"\nwhat = \"\"\n")
    };
    assert!(Machines::read(&with("bot")).is_ok());
    assert_eq!(Machines::read(&with(" ")).unwrap_err(), Broken::Sign(" ".to_owned()));
    assert_eq!(
        Machines::read(&with("Bot")).unwrap_err(),
        Broken::Sign("Bot".to_owned())
    );
    assert!(matches!(Machines::read("checked = 1"), Err(Broken::Shape(_))));
}
