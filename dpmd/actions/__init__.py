"""Membuka kantor baru, dan mengisi demo."""

from dpmd.actions.bukti_demo import create_demo_bukti
from dpmd.actions.daerah import load_daerah, read_daerah, request_daerah
from dpmd.actions.demo import (
    DEMO_PASSWORD,
    LKJIP_DEMO,
    NASKAH_DEMO,
    create_demo_account,
    create_demo_accounts,
    create_demo_indeks,
    create_demo_lkjip,
    create_demo_naskah,
    demo_username,
)
from dpmd.actions.fixtures import FIXTURES, load_acuan, load_fixture, load_fixtures
from dpmd.actions.kantor import create_kantor, is_kosong

__all__ = [
    "DEMO_PASSWORD",
    "FIXTURES",
    "LKJIP_DEMO",
    "NASKAH_DEMO",
    "create_demo_account",
    "create_demo_accounts",
    "create_demo_bukti",
    "create_demo_indeks",
    "create_demo_lkjip",
    "create_demo_naskah",
    "create_kantor",
    "demo_username",
    "is_kosong",
    "load_acuan",
    "load_daerah",
    "load_fixture",
    "load_fixtures",
    "read_daerah",
    "request_daerah",
]
