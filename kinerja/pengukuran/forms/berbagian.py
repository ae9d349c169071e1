"""Nilai baris kualitatif diisi sebutannya, nilai baris pecahan kedua bagiannya."""

from decimal import Decimal
from typing import Any

from core.angka import bulatkan, format_angka, ringkas
from core.forms import Cleaned
from core.querysets import parse_nomor
from kinerja.aturan.bacaan import Tertulis
from kinerja.aturan.keadaan import TanpaNilai
from kinerja.aturan.periode import Pecahan
from kinerja.aturan.satuan import DESIMAL_BIASA
from kinerja.pengukuran.forms.isian import TerisiForm, fit_hint
from kinerja.pengukuran.forms.sel import read_sebutan

HASIL_TERBESAR = Decimal(10) ** 14  # sama dengan batas kolom nilai
BOLEH_SEBUTAN = (
    "Boleh sebutannya, tidak berlaku, atau belum rilis, diikuti titik dua dan alasannya."
)
PASANGAN = {"pembilang": "penyebut", "penyebut": "pembilang"}


def label_tingkat(tingkat: Any) -> str:
    """Bersama skalanya, karena sebutan yang sama ada pada beberapa skala."""
    return f"{tingkat} ({tingkat.skala})"


LABEL_TINGKAT = (label_tingkat, "skala")


class BersebutanForm(TerisiForm):
    """Baris kualitatif diisi sebutan dari skalanya atau keadaannya; yang lain angka."""

    sebutan = {"tingkat": LABEL_TINGKAT}
    is_wajib = True  # sebutannya harus dipilih

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Bidang yang tidak dipakai barisnya tidak ditanyakan."""
        super().__init__(*args, **kwargs)
        baris = self.initial_baris()
        if baris is not None and not self.is_bound:
            self.drop(self.unused(baris))
            self.fit(baris)

    def initial_baris(self) -> Any:
        """Baris yang diukur, bila sudah diketahui sebelum formulirnya diisi."""
        nama = self.instance.induk_field
        pk = parse_nomor(str(self.initial.get(nama, "")))
        field: Any = self.fields[nama]
        return field.queryset.filter(pk=pk).first()

    def unused(self, baris: Any) -> list[str]:
        """Bidang yang tidak dipakai baris itu."""
        if baris.skala_kualitatif_id is None:
            return ["tingkat"]
        return []

    def drop(self, semua_nama: list[str]) -> None:
        """Bidang itu tidak ditanyakan; bila barisnya diganti, pesannya menampilkannya lagi."""
        for nama in semua_nama:
            del self.fields[nama]
            self.helper.layout.fields.remove(nama)

    def fit(self, baris: Any) -> None:
        """Pilihan dan petunjuk menurut barisnya."""
        if "tingkat" in self.fields:
            nilai: Any = self.fields[self.instance.kolom_nilai]
            nilai.help_text = BOLEH_SEBUTAN
            field: Any = self.fields["tingkat"]
            field.queryset = field.queryset.filter(skala=baris.skala_kualitatif_id)

    def read(self, data: Cleaned, baris: Any) -> None:
        """Sebutan boleh diketik di tempat angkanya; keadaan tetap keadaan."""
        nama = self.instance.kolom_nilai
        tertulis = data.get(nama)
        is_keadaan = isinstance(tertulis, Tertulis) and isinstance(tertulis.isi, TanpaNilai)
        if baris.skala_kualitatif_id is not None and not is_keadaan:
            read_sebutan(self, nama, "tingkat", baris.skala_kualitatif)

    def check_tingkat(self, data: Cleaned) -> None:
        """Sebutan hanya pada baris berskala, dan hanya dari skalanya."""
        baris = data.get(self.instance.induk_field)
        if baris is None:
            return
        skala = baris.skala_kualitatif
        tingkat = data.get("tingkat")
        if skala is None:
            if tingkat is not None:
                pesan = "Indikator ini diukur dengan angka; kosongkan sebutannya."
                self.add_error("tingkat", pesan)
        elif self.instance.khusus is not None:
            if tingkat is not None:
                pesan = f"Kosongkan sebutannya bila {self.instance.khusus.tulisan()}."
                self.add_error("tingkat", pesan)
        elif self.instance.kolom_nilai not in self.errors:
            self.check_skala(tingkat, skala)

    def check_skala(self, tingkat: Any, skala: Any) -> None:
        """Sebutannya dari skala itu."""
        if tingkat is not None and tingkat.skala != skala:
            pesan = f"Sebutan ini dari skala lain; indikatornya memakai {skala}."
            self.add_error("tingkat", pesan)
        elif tingkat is None and self.is_wajib:
            self.add_error("tingkat", f"Pilih sebutan dari skala {skala}.")


class BerpecahanForm(BersebutanForm):
    """Baris pecahan diisi pembilang dan penyebutnya; yang lain nilainya saja."""

    def unused(self, baris: Any) -> list[str]:
        """Juga kedua bagian pecahan pada baris yang bukan pecahan."""
        semua_nama = super().unused(baris)
        if not baris.rumus_penyebut:
            semua_nama += PASANGAN
        return semua_nama

    def fit(self, baris: Any) -> None:
        """Bagian pecahan disebut menurut rumusnya."""
        super().fit(baris)
        if baris.rumus_penyebut:
            self.fields["pembilang"].help_text = baris.rumus_pembilang
            self.fields["penyebut"].help_text = baris.rumus_penyebut

    def clean(self) -> Cleaned:
        """Contoh pada pesan kedua bagiannya menurut rumusnya."""
        data = super().clean()
        baris = data.get(self.instance.induk_field)
        if baris is not None:
            fit_hint(self, "pembilang", baris.syarat_pembilang)
            fit_hint(self, "penyebut", baris.syarat_penyebut)
        return data

    def check_bagian(self, data: Cleaned) -> None:
        """Pecahan, keadaan, atau nilai saja: hanya satu yang diisi."""
        row = self.instance
        khusus = row.khusus
        baris = data[row.induk_field]
        terisi = [nama for nama in PASANGAN if data[nama] is not None]
        if not terisi:
            if khusus is None:
                self.check_nilai_saja(data)
            return
        if khusus is not None:
            self.add_error(terisi[0], f"Kosongkan bila {khusus.tulisan()}.")
        elif not baris.rumus_penyebut:
            self.add_error(terisi[0], "Rumus indikator ini bukan pecahan; isi nilainya saja.")
        else:
            self.check_pecahan(data, terisi)

    def check_nilai_saja(self, data: Cleaned) -> None:
        """Yang boleh tanpa pembilang dan penyebut."""
        raise NotImplementedError

    def check_pecahan(self, data: Cleaned, terisi: list[str]) -> None:
        """Kedua bagiannya terisi dan dapat dibagi."""
        if len(terisi) == 1:
            lain = PASANGAN[terisi[0]]
            kurang = f"{lain.capitalize()} belum diisi"
            self.add_error(lain, f"{kurang}; {terisi[0]} saja tidak cukup untuk menghitung.")
        elif data["penyebut"] == 0:
            self.add_error("penyebut", "Penyebut tidak boleh nol.")
        else:
            self.check_hasil(data)

    def check_hasil(self, data: Cleaned) -> None:
        """Nilai yang ikut diketik harus sama dengan hasil hitungnya."""
        row = self.instance
        baris = data[row.induk_field]
        kolom = row.kolom_nilai
        nilai = data[kolom]
        pembilang = data["pembilang"]
        penyebut = data["penyebut"]
        pecahan = Pecahan(pembilang, penyebut, baris.faktor)
        hasil = pecahan.nilai
        if hasil is None or abs(hasil) >= HASIL_TERBESAR:
            pesan = "Hasil hitungnya terlalu besar; periksa pembilang dan penyebut."
            self.add_error("penyebut", pesan)
            return
        desimal = getattr(baris, "desimal", DESIMAL_BIASA)
        if nilai is None or bulatkan(nilai, desimal) == bulatkan(hasil, desimal):
            return
        hitungan = f"{_tulisan(pecahan)} = {format_angka(hasil, desimal)}"
        pesan = (
            f"Nilai {format_angka(nilai)} berbeda dari {hitungan}. "
            "Perbaiki salah satunya, atau kosongkan nilai."
        )
        self.add_error(kolom, pesan)


def _tulisan(pecahan: Pecahan) -> str:
    """`22 / 27 × 100`."""
    atas = ringkas(pecahan.pembilang)
    bawah = ringkas(pecahan.penyebut)
    kali = ""
    if pecahan.faktor != 1:
        kali = f" × {format_angka(pecahan.faktor)}"
    return f"{atas} / {bawah}{kali}"
