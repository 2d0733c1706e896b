//! The one cookie of voting: when it is given, what it says, where it goes.

mod common;

use common::*;
use forum::events::Choice;

#[test]
fn reading_never_votes_and_never_gives_a_cookie() {
    let rig = voting(2);
    let size = rig.size();
    let browser = Browser::new(&rig);
    for path in [
        VOTE.to_owned(),
        format!("{VOTE}?phieu=dong-y&y_kien=1&khoa=abc"),
        format!("{VOTE}/1?phieu=dong-y"),
        format!("{VOTE}/cua-toi"),
        format!("/en{VOTE}"),
        format!("{FORUM}/phieu"),
        format!("{FORUM}/ket-qua"),
        format!("{FORUM}/tinh-lai"),
    ] {
        let page = browser.get(&path);
        assert_eq!(page.is(200).cookies(), Vec::<&str>::new(), "{path}");
        page_ok(&page);
    }
    assert_eq!(rig.size(), size);
    assert_eq!(rig.forum().voices.count(), 0);
}

#[test]
fn the_cookie_says_where_it_goes_and_for_how_long() {
    for (tls, secure) in [(false, ""), (true, "; Secure")] {
        let rig = Rig::behind(pages, tls);
        rig.announce();
        rig.open();
        rig.publish(&sentence(1));
        let form = rig.get(VOTE);
        let answer = rig.post(VOTE, &form.with(&[("phieu", "dong-y")]));
        assert!(answer.is(303).header("location").starts_with(&format!("{VOTE}?vua=1&")));
        let cookies = answer.cookies();
        let value = cookies[0].split(['=', ';']).nth(1).unwrap();
        assert_eq!(value.len(), 32, "128 bits: {value}");
        // Ten days until the last day of votes, and thirty more.
        let rest = |place: &str| format!("Path={place}; Max-Age={}; HttpOnly; SameSite=Lax{secure}", 40 * 86_400);
        let both = [VOTE.to_owned(), format!("/en{VOTE}")];
        let wanted = both.map(|place| format!("tieng-noi={value}; {}", rest(&place)));
        assert_eq!(cookies, wanted);
    }
}

#[test]
fn no_other_page_receives_it() {
    let rig = voting(2);
    let browser = Browser::new(&rig);
    browser.vote(1, "dong-y").is(303);
    for path in [
        VOTE.to_owned(),
        format!("{VOTE}/2"),
        format!("{VOTE}/cua-toi"),
        format!("/en{VOTE}"),
    ] {
        assert!(browser.cookie(&path).starts_with("tieng-noi="), "{path}");
    }
    for path in [
        "/",
        FORUM,
        &format!("{FORUM}/viet"),
        &format!("{FORUM}/phieu"),
        &format!("{FORUM}/ket-qua"),
        &format!("{VOTE}-khac"),
        "/dien-dan/2019-02/bay-to",
        DESK,
    ] {
        assert_eq!(browser.cookie(path), "", "{path}");
    }
}

#[test]
fn a_cookie_that_is_no_voice_is_none() {
    let rig = voting(1);
    let all = "tieng-noi=00112233445566778899aabbccddee";
    for cookie in [
        "tieng-noi=",
        "tieng-noi",
        all,
        "tieng-noi=zz112233445566778899aabbccddeeff",
        "tieng-noi=00112233445566778899aabbccddeeff00",
        "khac=00112233445566778899aabbccddeeff",
        ";;;=;\u{1}tieng-noi",
        "phien=00112233445566778899aabbccddeeff",
    ] {
        let mut request = http::Request::builder().uri(VOTE).header("host", "langnghe.example");
        if let Ok(value) = http::HeaderValue::from_bytes(cookie.as_bytes()) {
            request = request.header("cookie", value);
        }
        let page = rig.ask(request.body(axum::body::Body::empty()).unwrap());
        page.is(200).says(&sentence(1)).says("Ông/bà có đồng ý không");
    }
    // The first vote with such a cookie draws a voice of its own.
    let form = rig.get(VOTE);
    let answer = rig.send("POST", VOTE, all, &form.with(&[("phieu", "dong-y")]));
    assert_eq!(answer.is(303).cookies().len(), 2);
    assert_eq!(rig.forum().voices.drawn_count(), 1);
}

#[test]
fn of_several_cookies_the_first_that_is_a_voice_counts() {
    let rig = voting(1);
    let voice = "tieng-noi=00112233445566778899aabbccddeeff";
    for line in [
        format!("phien=x; tieng-noi=; {voice}; giao-dien=toi"),
        format!("{voice}; tieng-noi=ffeeddccbbaa99887766554433221100"),
        voice.to_owned(),
    ] {
        let form = rig.send("GET", VOTE, &line, &[]);
        let form = if form.text().contains("phieu") {
            form
        } else {
            rig.get(VOTE)
        };
        rig.send("POST", VOTE, &line, &form.with(&[("phieu", "dong-y"), ("y_kien", "1")]))
            .is(303);
    }
    assert_eq!(rig.forum().voices.count(), 1, "one voice");
    assert_eq!(rig.forum().votes.entries, 1, "which said one thing");
}

#[test]
fn a_voice_of_another_forum_is_another_voice_here() {
    let rig = voting(1);
    let browser = Browser::new(&rig);
    browser.vote(1, "dong-y").is(303);
    let secret = browser.cookie(VOTE);
    let other = "/dien-dan/2019-02";
    rig.announce_as("2019-02".parse().unwrap());
    // Whoever sends it there all the same learns nothing of the first forum.
    let own = rig.send("GET", &format!("{other}/bay-to/cua-toi"), &secret, &[]);
    own.is(200).says("Chưa bày tỏ gì trên máy này").says_not(&sentence(1));
    let first = rig.forum();
    let hex = secret.strip_prefix("tieng-noi=").unwrap();
    let bytes: [u8; 16] = base::hex::decode(hex).unwrap().try_into().unwrap();
    let voice = forum::voice::VoiceSecret(bytes);
    let (here, there) = (voice.pseudonym(no()), voice.pseudonym("2019-02".parse().unwrap()));
    assert_ne!(here, there);
    assert_eq!(first.voices.standing(&here), forum::voice::Standing::Known(1));
}

#[test]
fn the_page_is_kept_by_nobody_and_differs_by_voice() {
    let rig = voting(2);
    let (one, two) = (Browser::new(&rig), Browser::new(&rig));
    one.vote(1, "dong-y").is(303);
    two.vote(2, "khong-dong-y").is(303);
    let path = format!("{VOTE}/cua-toi");
    for page in [
        one.get(&path),
        two.get(&path),
        one.get(VOTE),
        rig.get(VOTE),
        rig.get(&path),
    ] {
        assert!(page.is(200).header("cache-control").contains("no-store"));
        assert_eq!(page.header("etag"), "");
    }
    one.get(&path)
        .says(&sentence(1))
        .says_not(&sentence(2))
        .says("Ông/bà đã đồng ý");
    two.get(&path)
        .says(&sentence(2))
        .says_not(&sentence(1))
        .says("Ông/bà không đồng ý");
    assert_eq!(rig.forum().votes.get(1, 1), Some(Choice::Agree));
    assert_eq!(rig.forum().votes.get(2, 2), Some(Choice::Disagree));
}
