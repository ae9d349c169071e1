"""Isi tiap koleksi API, dan uraian OpenAPI-nya."""
