"""Semua halaman proyek: yang dinyatakan tiap model, dan nama semua jalannya."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from core.halaman import HALAMAN

__all__ = ["HALAMAN", "JALAN"]


def _patterns(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    """`(nama url, pola)` semua halaman."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            yield f"{prefix}{entry.name}", entry
        elif entry.namespace:
            yield from _patterns(entry, f"{prefix}{entry.namespace}:")
        else:
            yield from _patterns(entry, prefix)


JALAN = dict(_patterns(get_resolver()))  # memuat jalan, tempat halaman dinyatakan
