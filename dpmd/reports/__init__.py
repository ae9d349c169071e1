"""Isi beranda: langkah kantor baru, dan pekerjaan hari ini."""

from dpmd.reports.hari_ini import hari_ini
from dpmd.reports.langkah import langkah_kantor

__all__ = ["hari_ini", "langkah_kantor"]
