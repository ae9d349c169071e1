"""Formulir pengukuran triwulan: K dan Rp baris pohon kinerja."""

from typing import Any, ClassVar

from core.forms import Cleaned, ScopedModelForm
from core.periode import TRIWULAN
from documents.forms import BuktiField
from kinerja.aturan.rencana import per_triwulan
from kinerja.models import PengukuranSub, RencanaAksi, SubKegiatan
from kinerja.pengukuran.forms.berbagian import BerpecahanForm
from kinerja.pengukuran.forms.isian import BagianField, KeadaanField, UangField

ISIAN_K = ("pembilang", "penyebut", "kinerja", "sebab", "tingkat")


def label_sub(sub: SubKegiatan) -> str:
    """Tahun, nama dan indikator, sehingga dua baris satu sub kegiatan terbedakan."""
    return f"{sub.tahun} · {sub} — {sub.indikator}"


def label_tahun(row: Any) -> str:
    """Tahunnya dahulu, karena namanya sama tiap tahun."""
    return f"{row.tahun} · {row}"


def label_tambahan(tambahan: Any) -> str:
    """Bersama induknya, karena indikator tambahan tidak bernama."""
    return f"{tambahan.tahun} · {tambahan.induk}: {tambahan}"


class PengukuranForm(BerpecahanForm):
    """K satu baris satu triwulan: angka, pecahan, atau sebutan menurut barisnya."""

    is_wajib = False  # Rp boleh dilaporkan lebih dahulu

    class Meta(ScopedModelForm.Meta):
        field_classes: ClassVar[dict[str, Any]] = {
            "kinerja": KeadaanField,
            "pembilang": BagianField,
            "penyebut": BagianField,
            "keuangan": UangField,
        }

    def clean(self) -> Cleaned:
        """Sebutan dan pecahannya diperiksa hanya bila yang sebelumnya sah."""
        data = super().clean()
        if not self.errors:
            self.check_tingkat(data)
        if not self.errors:
            self.check_bagian(data)
        return data

    def check_nilai_saja(self, data: Cleaned) -> None:
        """Baris pecahan perlu kedua bagiannya."""
        is_pecahan = bool(data[self.instance.induk_field].rumus_penyebut)
        if is_pecahan and data["kinerja"] is not None:
            self.add_error("pembilang", "Indikator ini pecahan: isi pembilang dan penyebutnya.")


class PengukuranSubForm(PengukuranForm):
    """K dan Rp satu triwulan; yang dijadwalkan tetapi tanpa hasil harus dijelaskan."""

    sebutan = {**PengukuranForm.sebutan, "sub_kegiatan": (label_sub, "kegiatan__program")}

    bukti = BuktiField()

    class Meta(PengukuranForm.Meta):
        model = PengukuranSub
        fields = (
            "sub_kegiatan",
            "triwulan",
            *ISIAN_K,
            "keuangan",
            "penjelasan",
            "pendorong",
            "penghambat",
            "tindak_lanjut",
        )

    def clean(self) -> Cleaned:
        data: Cleaned = super().clean()
        if self.errors or data["penjelasan"].strip() or self.has_hasil(data):
            return data
        persen = terjadwal(data["sub_kegiatan"], data["triwulan"])
        if persen:
            jadwal = f"{TRIWULAN[data['triwulan']]} dijadwalkan {persen} %"
            pesan = f"{jadwal} tetapi tidak ada realisasinya; tulis penjelasannya."
            self.add_error("penjelasan", pesan)
        return data

    def has_hasil(self, data: Cleaned) -> bool:
        """K, Rp atau keadaannya terisi; nol bukan hasil."""
        terisi = (data[nama] for nama in ("kinerja", "pembilang", "tingkat", "keuangan"))
        return any(terisi) or self.instance.khusus is not None


def terjadwal(sub: SubKegiatan, triwulan: int) -> int | None:
    """Persen jadwal sub kegiatan pada triwulan itu."""
    rencana = RencanaAksi.objects.filter(sub_kegiatan=sub).first()
    if rencana is None:
        return None
    return per_triwulan(rencana.bulan)[triwulan - 1]
