import pytest

from accounts.roles import Peran
from documents.workflow import (
    BIASA,
    DIREVIU_DULU,
    DIREVIU_KEMUDIAN,
    INSPEKTORAT,
    KATA_LANGKAH,
    SEBUTAN_LANGKAH,
    STATUS_LABELS,
    STATUS_SENTENCES,
    WORKFLOWS,
    Langkah,
    Status,
)

AKHIR = {
    "biasa": (BIASA, [Langkah.SUBMIT, Langkah.APPROVE, Langkah.SIGN], Status.DITANDATANGANI),
    "direviu dulu": (
        DIREVIU_DULU,
        [Langkah.SUBMIT, Langkah.APPROVE, Langkah.REVIEW, Langkah.SIGN],
        Status.DITANDATANGANI,
    ),
    "direviu kemudian": (
        DIREVIU_KEMUDIAN,
        [Langkah.SUBMIT, Langkah.APPROVE, Langkah.SIGN, Langkah.REVIEW],
        Status.DIREVIU,
    ),
    "inspektorat": (INSPEKTORAT, [Langkah.SUBMIT, Langkah.SIGN], Status.DITANDATANGANI),
}


@pytest.mark.parametrize("nama", AKHIR)
def test_urutan_lengkap_sampai_akhir(nama):
    workflow, jalan, akhir = AKHIR[nama]
    status, dilalui = Status.DRAFT, [Status.DRAFT]
    for langkah in jalan:
        assert workflow.langkah_berikut(status) is langkah
        status = workflow.ketentuan(status, langkah).to
        dilalui.append(status)
    assert status is akhir
    assert workflow.langkah_berikut(status) is None
    assert workflow.stages() == dilalui


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_yang_bertanda_tangan_tidak_pernah_kembali_ke_draf(workflow):
    """Sesudah tanda tangan hanya reviu yang menyusul; tidak ada jalan ke belakang."""
    sesudah = [
        ketentuan.to for (at, _), ketentuan in workflow.table.items() if at is Status.DITANDATANGANI
    ]
    assert sesudah in ([], [Status.DIREVIU])


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_setiap_pengembalian_wajib_bercatatan(workflow):
    kembali = [
        ketentuan for (_, langkah), ketentuan in workflow.table.items() if langkah is Langkah.RETURN
    ]
    assert kembali
    assert all(ketentuan.note and ketentuan.to is Status.DRAFT for ketentuan in kembali)


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_tanda_tangan_meminta_sandi(workflow):
    semua_ketentuan = [
        ketentuan for (_, langkah), ketentuan in workflow.table.items() if langkah is Langkah.SIGN
    ]
    assert semua_ketentuan
    assert all(ketentuan.password for ketentuan in semua_ketentuan)


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_peran_dalam_tabel_ada(workflow):
    assert {peran for ketentuan in workflow.table.values() for peran in ketentuan.peran} <= set(
        Peran
    )


def test_rule_tidak_mengenal_langkah_asing_atau_di_luar_urutan():
    assert BIASA.ketentuan("draft", "sign") is None
    assert BIASA.ketentuan("draft", "hapus") is None
    assert BIASA.ketentuan("entah", "submit") is None
    assert BIASA.ketentuan("draft", "submit") == BIASA.table[Status.DRAFT, Langkah.SUBMIT]


def test_langkah_menurut_peran():
    assert BIASA.langkah_bagi("diajukan", ("kepala_bidang",)) == [Langkah.APPROVE, Langkah.RETURN]
    assert BIASA.langkah_bagi("diajukan", ("operator",)) == []
    assert DIREVIU_DULU.langkah_bagi("disetujui", ("inspektorat",)) == [
        Langkah.REVIEW,
        Langkah.RETURN,
    ]
    assert DIREVIU_DULU.langkah_bagi("disetujui", ("kepala_dinas",)) == [Langkah.RETURN]


def test_peran_tiap_langkah():
    assert INSPEKTORAT.peran(Langkah.SUBMIT) == {"inspektorat"}
    assert INSPEKTORAT.peran(Langkah.APPROVE) == frozenset()
    assert DIREVIU_DULU.peran(Langkah.RETURN) == {"kepala_bidang", "kepala_dinas", "inspektorat"}


def test_semua_status_dan_langkah_berlabel():
    assert set(STATUS_LABELS) == set(STATUS_SENTENCES) == set(Status)
    assert set(SEBUTAN_LANGKAH) == set(KATA_LANGKAH) == set(Langkah)
