"""Operasi migrasi: tabel satu aplikasi dibuat sekaligus, supaya pemasangan baru cepat."""

from typing import Any

from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation


class CreateModels(Operation):
    """Keadaan migrasi disusun sekali sesudah semua modelnya, bukan sekali tiap model."""

    def __init__(self, *models: CreateModel) -> None:
        self.models = models

    def state_forwards(self, app_label: str, state: Any) -> None:
        state.__dict__.pop("apps", None)  # disusun lagi saat pertama dibaca
        for model in self.models:
            model.state_forwards(app_label, state)

    def database_forwards(self, *args: Any) -> None:
        for model in self.models:
            model.database_forwards(*args)

    def database_backwards(self, *args: Any) -> None:
        for model in reversed(self.models):
            model.database_backwards(*args)

    def describe(self) -> str:
        return "Create models"
