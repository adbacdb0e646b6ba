"""What a person is asked: pairs of which too little tells whether they are one, with the evidence of both sides."""
