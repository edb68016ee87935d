"""One article in every kind of file that people have."""

from __future__ import annotations

import io
import json
import plistlib
import zipfile
from email.message import EmailMessage

TITLE = "Harbour talks resume after walkout"
BODY = [
    "The dockers’ union said on Tuesday that it would return to work if the port operators withdrew the new rosters.",
    "“We are ready to sign today,” union leader Ada Marsh told reporters in Dover after the second round of talks with the operators.",
    "Port operators’ spokesman Per Holm rejected the demand and said that the talks would go on in Calais on Friday.",
    "The operators have offered a pay rise of four percent, which the union called a first step that was long overdue.",
]
ADDRESS = "https://www.daily-harbour.example/2026/03/03/talks-resume"


def page(title: str = TITLE, body: list[str] = BODY) -> str:
    linked = {
        "@type": "NewsArticle",
        "headline": title,
        "datePublished": "2026-03-03T18:00:00Z",
        "publisher": {"name": "The Daily Harbour"},
    }
    paragraphs = "".join(f"<p>{each}</p>" for each in body)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | The Daily Harbour</title>'
        f'<script type="application/ld+json">{json.dumps(linked)}</script></head><body><nav><a href="/">Home</a><a href="/x">Sport</a></nav>'
        f"<article><h1>{title}</h1>{paragraphs}</article><footer>About us</footer></body></html>"
    )


def single_file() -> bytes:
    return (
        page()
        .replace(
            "<html", f"<!--\n Page saved with SingleFile \n url: {ADDRESS} \n saved date: Wed Mar 04 2026 \n--><html"
        )
        .encode()
    )


def mhtml() -> bytes:
    html = page().replace('<script type="application/ld+json">', "<!--").replace("</script>", "-->").encode()
    head = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {ADDRESS}\r\nSubject: x\r\nDate: Wed, 4 Mar 2026 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="----B"\r\n\r\n------B\r\nContent-Type: text/html\r\n'
        f"Content-Location: {ADDRESS}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    )
    return head.encode() + html + b"\r\n------B--\r\n"


def webarchive() -> bytes:
    main = {
        "WebResourceData": page().encode(),
        "WebResourceURL": ADDRESS,
        "WebResourceTextEncodingName": "UTF-8",
        "WebResourceMIMEType": "text/html",
    }
    return plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)


def docx() -> bytes:
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    paragraphs = "".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in [TITLE, *BODY])
    deleted = "<w:p><w:del><w:r><w:t>This was deleted.</w:t></w:r></w:del><w:ins><w:r><w:t>This was added.</w:t></w:r></w:ins></w:p>"
    return _zip(
        {
            "word/document.xml": f'<w:document xmlns:w="{w}"><w:body>{paragraphs}{deleted}</w:body></w:document>',
            "[Content_Types].xml": "<x/>",
        }
    )


def odt() -> bytes:
    office, text = "urn:oasis:names:tc:opendocument:xmlns:office:1.0", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    body = "".join(f"<text:p>{each}</text:p>" for each in BODY)
    xml = f'<office:document-content xmlns:office="{office}" xmlns:text="{text}"><office:body><text:h>{TITLE}</text:h>{body}</office:body></office:document-content>'
    return _zip({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": xml})


def rtf() -> bytes:
    def words(line: str) -> str:
        return "".join(char if ord(char) < 128 else f"\\u{ord(char)}?" for char in line)

    return ("{\\rtf1\\ansi " + "\\par\\par ".join(words(line) for line in BODY) + "}").encode()


def eml() -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"] = f"Fwd: {TITLE}", "The Daily Harbour <news@daily-harbour.example>"
    message["Date"] = "Tue, 03 Mar 2026 23:30:00 -0500"
    message.set_content("\n\n".join(BODY) + "\n\n> an older mail\n> was quoted here\n")
    return message.as_bytes()


def mbox() -> bytes:
    second = (
        eml()
        .replace(b"walkout", b"quarrel")
        .replace(b"Tuesday", b"Wednesday")
        .replace(b"second round", b"third meeting")
    )
    return (
        b"From a@b.example Tue Mar  3 10:00:00 2026\n"
        + eml()
        + b"\nFrom here on nothing is a mail.\n\nFrom c@d.example Wed Mar  4 10:00:00 2026\n"
        + second
    )


def rss() -> bytes:
    whole = "".join(f"&lt;p&gt;{each}&lt;/p&gt;" for each in BODY * 2)
    items = (
        f"<item><title>{TITLE}</title><link>/2026/03/03/talks-resume</link><pubDate>Tue, 03 Mar 2026 23:30:00 EST</pubDate><description>{whole}</description></item>"
        "<item><title>Short</title><link>/short</link><description>A teaser only.</description></item>"
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>The Daily Harbour</title>{items}</channel></rss>'.encode()


def json_feed() -> bytes:
    item = {
        "title": TITLE,
        "url": ADDRESS,
        "date_published": "2026-03-03T23:30:00-05:00",
        "content_text": "\n".join(BODY * 2),
    }
    return json.dumps(
        {"version": "https://jsonfeed.org/version/1.1", "title": "The Daily Harbour", "items": [item]}
    ).encode()


def telegram() -> bytes:
    messages = [
        {"type": "service", "text": "created"},
        {
            "type": "message",
            "from": "Ada Marsh",
            "date": "2026-03-03T10:05:00",
            "text": [
                "We are ready to sign ",
                {"type": "bold", "text": "today"},
                " if the operators withdraw the new rosters.",
            ],
        },
        {
            "type": "message",
            "from": "Per Holm",
            "date": "2026-03-03T10:07:00",
            "text": "A return to the old rosters is out of the question, and the talks will go on in Calais.",
        },
    ]
    return json.dumps({"name": "Harbour", "type": "public_channel", "messages": messages}).encode()


def nexis() -> bytes:
    def one(number: int, day: str) -> str:
        return (
            f"\n{number} of 2 DOCUMENTS\n\nThe Daily Harbour\n\nMarch {day}, 2026 Tuesday\n\n{TITLE} {number}\n\nBYLINE: Jo Wren\n\nSECTION: NEWS; Pg. 4\n\n"
            f"LENGTH: 412 words\n\nBODY:\n\n"
            + "\n\n".join(BODY)
            + f"\n\nNumber {number} ends here.\n\nLOAD-DATE: March 9, 2026\n\nLANGUAGE: ENGLISH\n"
        )

    return (one(1, "3") + one(2, "4")).encode()


def factiva() -> bytes:
    rows = (
        f"HD  {TITLE}\nBY  Jo Wren\nWC  412 words\nPD  3 March 2026\nSN  The Daily Harbour\nLA  English\nLP  {BODY[0]}\nTD  "
        + "\n\n".join(BODY[1:])
    )
    return (rows + "\nAN  Document DAILYH0020260303em3300001\n\nDocument DAILYH0020260303em3300001\n").encode()


def pdf(lines: list[str] | None = None, pages: int = 1) -> bytes:
    """A PDF in Helvetica; its running head stands on every page."""
    wrapped = lines or [
        line
        for paragraph in BODY
        for line in (*_wrap(paragraph.replace("’", "'").replace("“", '"').replace("”", '"')), "")
    ]
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for number in range(pages):
        rows, height = [f"BT /F1 9 Tf 72 780 Td (The Daily Harbour {number + 1}) Tj ET"], 720
        for line in wrapped[number::pages] if pages > 1 else wrapped:
            height -= 14
            if line:
                rows.append(
                    f"BT /F1 11 Tf 72 {height} Td ({line.replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) Tj ET"
                )
        stream = "\n".join(rows).encode("latin-1")
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>"
            % len(objects)
        )
        kids.append(len(objects))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, b" ".join(b"%d 0 R" % kid for kid in kids))
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj" % number + body + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        table,
        len(objects) + 1,
        len(out),
    )


def _wrap(text: str, width: int = 70) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def note() -> bytes:
    head = f'---\ntitle: "{TITLE}: it\'s \\"on\\""\nsource: {ADDRESS}\nauthor:\n  - "[[Jo Wren]]"\npublished: 2026-03-03\ncreated: 2026-03-09\n---\n'
    return (head + "\n\n".join(BODY)).encode()


def archive() -> bytes:
    return _zip(
        {
            "a/one.html": page(),
            "two.txt": "\n\n".join(line.replace("Tuesday", "Sunday") + " So it was." for line in BODY),
            "../evil.txt": "x",
            "photo.jpg": "x",
        }
    )


def _zip(members: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, text in members.items():
            made.writestr(name, text)
    return out.getvalue()


ALL = {
    "page.html": single_file, "saved.mhtml": mhtml, "saved.webarchive": webarchive, "word.docx": docx, "open.odt": odt, "rich.rtf": rtf, "mail.eml": eml,
    "feed.json": json_feed, "chat.json": telegram, "press.txt": factiva, "paper.pdf": pdf, "clipping.md": note,
}  # fmt: skip
"""File name -> what makes it; each holds one article."""
