"""Membuka kantor baru, dan mengisi demo."""

from dpmd.actions.demo import (
    DEMO_PASSWORD,
    LKJIP_DEMO,
    NASKAH_DEMO,
    create_demo_account,
    create_demo_accounts,
    create_demo_lkjip,
    create_demo_naskah,
    demo_username,
)
from dpmd.actions.fixtures import FIXTURES, load_fixture, load_fixtures
from dpmd.actions.kantor import KantorBaru, create_kantor, is_kosong

__all__ = [
    "DEMO_PASSWORD",
    "FIXTURES",
    "LKJIP_DEMO",
    "NASKAH_DEMO",
    "KantorBaru",
    "create_demo_account",
    "create_demo_accounts",
    "create_demo_lkjip",
    "create_demo_naskah",
    "create_kantor",
    "demo_username",
    "is_kosong",
    "load_fixture",
    "load_fixtures",
]
