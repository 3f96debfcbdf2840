# A policy of our own may have any path.
resource "aws_iam_role_policy_attachment" "own" {
  role       = aws_iam_role.app.name
  policy_arn = "arn:aws:iam::111122223333:policy/AWSLambdaBasicExecutionRole"
}

resource "aws_iam_role_policy_attachment" "new" {
  role       = aws_iam_role.app.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/APolicyThatNobodyHereKnows"
}
