"""Batas ukuran unggahan: kelebihan dibuang sambil lewat, sehingga tidak memenuhi cakram."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler

MAX_BYTES = 10 * 1024 * 1024


class QuotaUploadHandler(TemporaryFileUploadHandler):
    """Menerima sampai `MAX_BYTES`; di atas itu berkas tiba kosong dengan ukuran aslinya."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start + len(raw_data) <= MAX_BYTES:
            self.file.write(raw_data)

    def file_complete(self, file_size: int) -> Any:
        """Yang terlalu besar tidak disimpan; ukurannya tetap disebut."""
        if file_size <= MAX_BYTES:
            return super().file_complete(file_size)
        self.file.close()
        return InMemoryUploadedFile(
            file=BytesIO(),
            field_name=self.field_name,
            name=self.file_name,
            content_type=self.content_type,
            size=file_size,
            charset=self.charset,
        )
