"""A GetFindings response made from the model: every member set, the same text in every run."""

import json
import random

from measuring import TOP

SENTENCE = (
    "The object contains personal information such as first or last names, addresses, or identification card "
    "numbers, which can be used with other data."
)


def findings(count):
    """The JSON text of a response of that many findings, from the newest revision of the model."""
    newest = max(path for path in (TOP / "models" / "macie2").iterdir() if path.is_dir())
    model = json.loads((newest / "service-2.json").read_text())
    values = Values(model["shapes"])
    response = {"findings": [values.of("Finding", "finding") for _ in range(count)]}
    return json.dumps(response, separators=(",", ":"))


class Values:
    """Values of the model's shapes."""

    def __init__(self, shapes):
        self.shapes = shapes
        self.random = random.Random(7)

    def of(self, name, member):
        """A value of a shape, for a member of that name."""
        shape = self.shapes[name]
        if "enum" in shape:
            return self.random.choice(shape["enum"])
        return getattr(self, shape["type"])(shape, member)

    def structure(self, shape, _):
        members = shape["members"].items()
        return {name: self.of(reference["shape"], name) for name, reference in members}

    def list(self, shape, member):
        return [self.of(shape["member"]["shape"], member) for _ in range(self.random.choice([1, 2, 2, 2, 3]))]

    def map(self, shape, member):
        return {f"key-{number}": self.of(shape["value"]["shape"], member) for number in range(2)}

    def boolean(self, *_):
        return self.random.choice([False, True])

    def integer(self, *_):
        return self.random.randrange(10 ** self.random.choice([1, 3, 6]))

    long = integer

    def double(self, *_):
        return round(self.random.uniform(0, 100), 2)

    def timestamp(self, shape, _):
        day, second, millis = (self.random.randrange(below) for below in [28, 60, 1000])
        if shape.get("timestampFormat") != "iso8601":
            return 1_700_000_000 + day * 86_400 + second
        return f"2024-06-{day + 1:02}T11:22:{second:02}.{millis:03}Z"

    def string(self, _, member):
        name = member.lower()
        if name == "description":
            return SENTENCE
        if name.endswith("arn"):
            return f"arn:aws:s3:::amzn-s3-demo-bucket-{self.random.randrange(1000)}/folder/{self.number()}.csv"
        if name.endswith("id"):
            return f"{self.random.getrandbits(128):032x}"
        if "ip" in name:
            return f"203.0.113.{self.random.randrange(256)}"
        return f"{member}-{self.number()}"

    def number(self):
        return self.random.randrange(100_000)
