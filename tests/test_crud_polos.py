"""Halaman tanpa uji sendiri diuji menurut pernyataannya; dan model mana yang dikecualikan."""

from django.apps import apps

from accounts.roles import SHARED
from core.halaman import WRITE
from core.models import Immutable
from tests import test_crud, test_crud_akip, test_crud_isian, test_crud_pintu, test_crud_reviu
from tests.crud import CrudTests, LangkahTests
from tests.halaman import HALAMAN, JALAN

SENDIRI = (
    test_crud,
    test_crud_akip,
    test_crud_isian,
    test_crud_pintu,
    test_crud_reviu,
)  # kelasnya termuat lebih dulu


def subclasses(base: type) -> set[type]:
    hasil = set(base.__subclasses__())
    return hasil.union(*map(subclasses, hasil))


def diuji() -> set[type]:
    """Model yang punya kelas uji; yang tidak bernama `Test…` tidak dijalankan pytest."""
    semua = [kelas for kelas in subclasses(LangkahTests) if kelas.__name__.startswith("Test")]
    return {kelas.model for kelas in semua if hasattr(kelas, "model")}


for model in [satu for satu in HALAMAN if satu not in diuji()]:
    if set(WRITE) <= set(HALAMAN[model].only):
        nama = f"Test{model.__name__}"
        globals()[nama] = type(nama, (CrudTests,), {"model": model, "__module__": __name__})


# label model → mengapa tidak punya uji tambah, ubah dan hapus
TANPA_UJI = {
    "accounts.Kabar": "disebar sekaligus, satu kejadian (accounts/test_kabar.py)",
    "accounts.PilihanKabar": "dipilih sekaligus (accounts/test_kabar.py)",
    "accounts.Tautan": "dibuat, dipakai dan dicabut (accounts/test_tautan.py)",
    "accounts.UsulAkun": "diusulkan dan diputus (accounts/test_usul.py)",
    "core.AuditChain": "ujung rantai; ditulis pintu audit saja",
    "documents.Impor": "unggahan; kejadiannya memuat dan menerapkan (documents/test_impor.py)",
    "documents.Kunci": "dibuat penandatanganan; diperiksa documents/test_advance.py",
    "documents.Tugas": "diminta, dibatalkan, diulang, dibuang (documents/tugas)",
    "documents.TanggapanTemuan": "menjawab dan memutuskan (documents/test_temuan.py)",
    "kinerja.EdisiNomenklatur": "dimuat dari lembar (kinerja/perencanaan/test_edisi.py)",
    "kinerja.DefinisiTahun": "disimpan, diganti dan dikembalikan (kinerja/definisi)",
    "idm.CatatanJawaban": "kejadiannya tercatat pada isiannya (idm/test_isian.py)",
    "idm.IndeksDesa": "berlaku lewat verifikasi dan pembatalannya (idm/test_draf.py)",
    "idm.IsianIdm": "kejadiannya memuat jawaban per pertanyaan (idm/test_isian.py)",
    "idm.TerbitanIndeks": "salinan terbitan; kejadiannya impor (idm/impor_indeks)",
    "idm.TerbitanIdm": "salinan terbitan; kejadiannya impor (idm/test_impor.py)",
} | dict.fromkeys(SHARED, "acuan bersama tanpa halaman sunting")
PAKET = ("core", "accounts", "documents", "villages", "idm", "kinerja")


def test_setiap_model_ditambah_diubah_dihapus() -> None:
    """Model baru tanpa uji menggagalkan ini; pengecualian beralasan dan tidak sekaligus diuji."""
    tanpa = {nama.lower() for nama in TANPA_UJI}
    for model in apps.get_models():
        if model._meta.app_label in PAKET and not issubclass(model, Immutable):
            assert (model in diuji()) != (model._meta.label_lower in tanpa), model._meta.label
    assert tanpa <= {model._meta.label_lower for model in apps.get_models()}


def test_langkah_yang_ditiadakan_memang_tidak_berhalaman() -> None:
    halaman = {"tambah": "create", "ubah": "update", "hapus": "delete"}
    for kelas in subclasses(LangkahTests):
        for langkah, sebab in kelas.tanpa.items():
            meta = kelas.model._meta if hasattr(kelas, "model") else None
            assert sebab
            assert (
                meta is None
                or f"{meta.app_label}:{meta.model_name}_{halaman[langkah]}" not in JALAN
            )
