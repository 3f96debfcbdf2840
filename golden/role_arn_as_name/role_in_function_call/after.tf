variable "trust_policy" {
  type = string
}

variable "enabled" {
  type    = bool
  default = true
}

resource "aws_iam_role" "agent" {
  count              = var.enabled ? 1 : 0
  name               = "agent"
  assume_role_policy = var.trust_policy
}

resource "aws_iam_instance_profile" "agent" {
  role = one(aws_iam_role.agent[*].name) # null when disabled
}

resource "aws_iam_role_policy_attachment" "agent" {
  count      = length(aws_iam_role.agent)
  role       = try(aws_iam_role.agent[0].name, "")
  policy_arn = "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy"
}
