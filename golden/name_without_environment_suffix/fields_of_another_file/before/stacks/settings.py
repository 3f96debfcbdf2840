from dataclasses import dataclass, field

from cdktf import TerraformStack


@dataclass(frozen=True)
class Settings:
    region: str
    team: str
    labels: dict[str, str] = field(default_factory=dict)

    def label(self, stack: TerraformStack) -> None:
        stack.add_override("output.team.value", self.team)
