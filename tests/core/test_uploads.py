"""Unggahan: kelebihan ukuran dibuang sambil lewat, ukuran aslinya tetap diketahui."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.http.multipartparser import MultiPartParser
from django.test import RequestFactory

from core.uploads import MAX_BYTES, QuotaUploadHandler

MEGA = 1024 * 1024
HEAD = b'--batas\r\nContent-Disposition: form-data; name="berkas"; filename="bukti.pdf"\r\n\r\n'
TAIL = b"\r\n--batas--\r\n"


class Stream:
    """Kiriman yang dibuat sambil dibaca, sehingga uji tidak memegang seluruhnya."""

    def __init__(self, size: int) -> None:
        self.parts = self.generate(size)

    def generate(self, size: int) -> Iterator[bytes]:
        yield HEAD
        for start in range(0, size, MEGA):
            yield b"x" * min(MEGA, size - start)
        yield TAIL

    def read(self, _size: int) -> bytes:
        return next(self.parts, b"")


def upload(size: int) -> tuple[Any, int]:
    """Berkas yang tiba dan banyak bita yang sempat ditulis ke cakram."""
    written = []

    class Handler(QuotaUploadHandler):
        def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
            super().receive_data_chunk(raw_data, start)
            written.append(self.file.tell())

    handler = Handler(RequestFactory().post("/"))
    meta = {
        "CONTENT_TYPE": "multipart/form-data; boundary=batas",
        "CONTENT_LENGTH": len(HEAD) + size + len(TAIL),
    }
    stream: Any = Stream(size)
    _, unggahan = MultiPartParser(meta, stream, [handler], "utf-8").parse()
    return unggahan["berkas"], max(written, default=0)


def test_100_mb_is_not_stored_and_its_size_is_known() -> None:
    berkas, on_disk = upload(100 * MEGA)
    assert berkas.size == 100 * MEGA
    assert berkas.name == "bukti.pdf"
    assert berkas.read() == b""
    assert on_disk <= MAX_BYTES


@pytest.mark.parametrize("size", [1, MEGA + 7, MAX_BYTES])
def test_allowed_size_arrives_whole(size: int) -> None:
    berkas, _ = upload(size)
    assert berkas.size == size
    assert berkas.read() == b"x" * size
    berkas.close()


def test_one_byte_too_many_arrives_empty() -> None:
    berkas, _ = upload(MAX_BYTES + 1)
    assert (berkas.size, berkas.read()) == (MAX_BYTES + 1, b"")


def test_every_upload_passes_the_quota(settings: Any) -> None:
    assert settings.FILE_UPLOAD_HANDLERS == ["core.uploads.QuotaUploadHandler"]
    assert issubclass(QuotaUploadHandler, TemporaryFileUploadHandler)
