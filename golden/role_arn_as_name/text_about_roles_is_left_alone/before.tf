# resource "aws_iam_role_policy_attachment" "old" {
#   role       = aws_iam_role.app.arn
#   policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
# }

output "hint" {
  value = <<-EOT
    resource "aws_iam_role_policy_attachment" "copy_me" {
      role = aws_iam_role.app.arn # not code, but text
    }
  EOT
}
