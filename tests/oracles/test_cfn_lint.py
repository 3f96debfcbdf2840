from __future__ import annotations

from pathlib import Path

from tests.oracles import cfn_lint

SOUND = """\
Resources:
  Queue:
    Type: AWS::SQS::Queue
    Properties:
      DelaySeconds: 5
"""


def test_a_wrong_property_is_an_error_and_a_sound_template_is_not(tmp_path: Path) -> None:
    sound, wrong = tmp_path / "sound.yaml", tmp_path / "wrong.yaml"
    sound.write_text(SOUND)
    wrong.write_text(SOUND.replace("DelaySeconds: 5", "DelayedBy: 5"))
    found = cfn_lint.errors_by_path([sound, wrong])
    assert found[sound] == []
    assert [name for name, _ in found[wrong]] == ["E3002"]
    assert cfn_lint.errors(wrong) == found[wrong]
