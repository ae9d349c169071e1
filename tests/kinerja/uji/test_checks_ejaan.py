"""Angka dan ejaannya di dalam kurung, di mana pun ditulis."""

from kinerja.models import (
    AngkaTercetak,
    Indikator,
    Lkjip,
    NaskahKinerja,
    Realisasi,
    RencanaAksi,
)
from tests.kinerja.uji.temuan import temuan_kelas

DIEJA = "Disusun 6 (tujuh desa) dari 3 (tiga) kecamatan."


def test_angka_dan_ejaannya_di_mana_pun_ditulis(kabupaten):
    """Definisi, penjelasan, langkah aksi dan dokumen lama; yang ejaannya benar tidak."""
    lkjip = Lkjip.objects.get(kabupaten=kabupaten, tahun=2023)
    iku = Indikator.objects.filter(sasaran__periode__perangkat_daerah__kabupaten=kabupaten).first()
    Indikator.objects.filter(pk=iku.pk).update(keterangan=DIEJA)
    Realisasi.objects.filter(indikator=iku, tahun=2023).update(penjelasan=DIEJA)
    AngkaTercetak.objects.create(
        kabupaten=kabupaten, tahun=2023, dokumen="IKK lama", tempat="Tabel 1", rujukan="x",
        tercetak="6 (tujuh desa)",
    )  # fmt: skip
    aksi = RencanaAksi.objects.filter(sub_kegiatan__kegiatan__program__tahun=2024).first()
    RencanaAksi.objects.filter(pk=aksi.pk).update(aksi=DIEJA)
    milik = {"kabupaten": kabupaten, "tahun": 2023, "jenis": iku.jenis}
    definisi, _ = NaskahKinerja.objects.get_or_create(**milik)
    rencana = NaskahKinerja.objects.filter(jenis="rencana_aksi", tahun=2024).first()
    banyak = {}
    for nama, naskah in (("definisi", definisi), ("rencana", rencana), ("lkjip", lkjip)):
        semua = [f for f in temuan_kelas(naskah, "V11") if f.tercetak == "6 (tujuh desa)"]
        assert {f.dihitung for f in semua} == {"7"}, nama
        banyak[nama] = len(semua)
    assert banyak == {"definisi": 3, "rencana": 1, "lkjip": 2}
