//! The picture of the first page: the hall seen from above.

/// One seat of the hall: a dot of the picture.
pub(super) struct Seat {
    pub(super) x: String,
    pub(super) y: String,
    pub(super) r: &'static str,
    pub(super) heard: bool,
}

/// The hall seen from above: rows of seats that form a bowl; some of those who sit there are speaking.
pub(super) fn seats() -> Vec<Seat> {
    /// Seats of a row, their distance from the middle across and down, their size.
    const ROWS: [(u32, f64, f64, &str); 4] = [
        (7, 60.0, 61.0, "9.0"),
        (10, 96.0, 86.0, "8.2"),
        (13, 131.0, 112.0, "7.4"),
        (16, 166.0, 138.0, "6.6"),
    ];
    const SPREAD: f64 = 0.06 * std::f64::consts::PI;
    let mut seats = Vec::new();
    for (row, (count, across, down, r)) in ROWS.into_iter().enumerate() {
        for place in 0..count {
            let part = f64::from(place) / f64::from(count - 1);
            let angle = SPREAD + part * (std::f64::consts::PI - 2.0 * SPREAD);
            let (x, y) = (
                180.0 - across * angle.cos(),
                42.0 + f64::from(row as u32) * 7.0 + down * angle.sin(),
            );
            let heard = (place + 3 * row as u32) % 7 == 3;
            seats.push(Seat {
                x: format!("{x:.0}"),
                y: format!("{y:.0}"),
                r,
                heard,
            });
        }
    }
    seats
}
