//! A small HTTP/1.1 client: one connection that sends the form of an opinion again and again.

use crate::jobs;
use std::net::SocketAddr;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// The form.
const PATH: &str = "/dien-dan/2020-01/viet";
/// Where a receipt is.
const RECEIPT: &str = "/bien-nhan/";
/// Bytes of an answer that are read; no answer to an accepted form is as long.
const ANSWER_BYTES_MAX: usize = 1 << 20;

/// A connection that is kept.
pub struct Browser {
    stream: TcpStream,
    answer: Vec<u8>,
    head: String,
}

impl Browser {
    /// Connects.
    ///
    /// # Errors
    /// Nobody listens.
    pub async fn connect(address: SocketAddr) -> Result<Browser, String> {
        let failed = |why| format!("no connection: {why}");
        let stream = TcpStream::connect(address).await.map_err(failed)?;
        stream.set_nodelay(true).map_err(failed)?;
        Ok(Browser {
            stream,
            answer: Vec::new(),
            head: format!(
                "POST {PATH} HTTP/1.1\r\nhost: {address}\r\ncontent-type: application/x-www-form-urlencoded\r\n"
            ),
        })
    }

    /// Sends an opinion under an idempotency key.
    ///
    /// # Errors
    /// Any answer but 303 to a receipt.
    pub async fn post(&mut self, key: &str, number: u64) -> Result<(), String> {
        let form = form_urlencoded::Serializer::new(String::new())
            .append_pair("y_kien", &jobs::statement(number))
            .append_pair("ly_do", "")
            .append_pair("ky", "khong")
            .append_pair("nguyen_van", "1")
            .append_pair("khoa", key)
            .finish();
        let request = format!("{}content-length: {}\r\n\r\n{form}", self.head, form.len());
        let sent = self.stream.write_all(request.as_bytes()).await;
        sent.map_err(|why| format!("the form was not sent: {why}"))?;
        self.answer.clear();
        loop {
            if let Some(length) = whole_answer(&self.answer)? {
                return if length == self.answer.len() {
                    Ok(())
                } else {
                    Err("more came than was asked for".to_owned())
                };
            }
            let read = self.stream.read_buf(&mut self.answer).await;
            match read.map_err(|why| format!("the answer broke off: {why}"))? {
                0 => return Err("the server closed the connection".to_owned()),
                _ if self.answer.len() > ANSWER_BYTES_MAX => return Err("the answer has no end".to_owned()),
                _ => {}
            }
        }
    }
}

/// Bytes of the answer, once they are all there and it is the right one.
fn whole_answer(answer: &[u8]) -> Result<Option<usize>, String> {
    const END: &[u8] = b"\r\n\r\n";
    let Some(end) = answer.windows(END.len()).position(|four| four == END) else {
        return Ok(None);
    };
    let head = std::str::from_utf8(&answer[..end]).map_err(|_| "the answer's head is no text".to_owned())?;
    let mut lines = head.split("\r\n");
    let status = lines.next().and_then(|line| line.split(' ').nth(1)).unwrap_or_default();
    let (mut to, mut length) = ("", None);
    for (name, value) in lines.filter_map(|line| line.split_once(':')) {
        if name.eq_ignore_ascii_case("location") {
            to = value.trim();
        } else if name.eq_ignore_ascii_case("content-length") {
            length = value.trim().parse::<usize>().ok();
        }
    }
    if status != "303" || !to.starts_with(RECEIPT) {
        return Err(format!("the form was answered with {status} to \"{to}\""));
    }
    let all = end + END.len() + length.ok_or("the answer does not tell its length")?;
    Ok((answer.len() >= all).then_some(all))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_receipt_counts() {
        let good = b"HTTP/1.1 303 See Other\r\nLocation: /bien-nhan/LN-1\r\ncontent-length: 2\r\n\r\nab";
        assert_eq!(whole_answer(good), Ok(Some(good.len())));
        assert_eq!(whole_answer(&good[..good.len() - 1]), Ok(None));
        assert_eq!(whole_answer(&good[..20]), Ok(None));
        for bad in [
            "HTTP/1.1 422 No\r\ncontent-length: 0\r\n\r\n",
            "HTTP/1.1 303 See Other\r\nlocation: /dien-dan/\r\ncontent-length: 0\r\n\r\n",
            "HTTP/1.1 303 See Other\r\nlocation: /bien-nhan/LN-1\r\n\r\n",
        ] {
            assert!(whole_answer(bad.as_bytes()).is_err(), "{bad}");
        }
    }
}
