"""Semua koleksi API."""

from kinerja.api import forms, isi
from kinerja.api.reports import aksi, kinerja, naskah, wilayah
from kinerja.api.reports.koleksi import Koleksi

KOLEKSI = (
    Koleksi(
        nama="kecamatan",
        judul="Kecamatan",
        isi=isi.KecamatanApi,
        saringan=forms.TahunApi,
        read=wilayah.kecamatan,
    ),
    Koleksi(
        nama="desa",
        judul="Desa dan kelurahan",
        isi=isi.DesaApi,
        saringan=forms.DesaSaringanApi,
        read=wilayah.desa,
    ),
    Koleksi(
        nama="indeks",
        judul="IDM atau Indeks Desa tiap desa",
        isi=isi.IndeksApi,
        saringan=forms.DesaSaringanApi,
        read=wilayah.indeks,
    ),
    Koleksi(
        nama="indikator",
        judul="IKU dan IKK dengan target, realisasi dan capaiannya",
        isi=isi.IndikatorApi,
        saringan=forms.IndikatorSaringanApi,
        read=kinerja.indikator,
    ),
    Koleksi(
        nama="rencana-aksi",
        judul="Rencana aksi program sampai sub kegiatan, dengan hasilnya tiap triwulan",
        isi=isi.AksiApi,
        saringan=forms.TahunApi,
        read=aksi.rencana_aksi,
    ),
    Koleksi(
        nama="naskah",
        judul="Naskah yang sudah diajukan, dengan sidik dan statusnya",
        isi=isi.NaskahApi,
        saringan=forms.NaskahSaringanApi,
        read=naskah.naskah,
    ),
)
